import type { Proof } from '../document/generation.ts';
import { maskBounds, tileRect, tileSide, type TileMask } from '../document/tileMask.ts';
import { intersect, rect, type Rect } from '../geometry/rect.ts';
import { sizeEquals } from '../geometry/size.ts';
import { blendPixels } from './blendPixels.ts';
import { countChanged } from './countChanged.ts';
import { featheredCoverage } from './feather.ts';
import { isOpaque } from './isOpaque.ts';
import { tileBytes, type TilePicture } from './tilePicture.ts';

/** Candidate pixels (flat RGBA, straight alpha) over `region` in image px, which may reach beyond the picture. */
export type Patch = { readonly region: Rect; readonly pixels: Uint8ClampedArray };

export type Pasted = {
  readonly picture: TilePicture;
  /** Where it may differ from the source, image px; empty where nothing could change. */
  readonly changed: Rect;
  readonly proof: Proof;
};

/**
 * Composites a patch into a picture through the feathered mask (see featheredCoverage). Works on typed arrays only, since a
 * canvas would change colours under alpha. Tiles without coverage are shared with the source; pixels with mask 0 in the
 * others are never written, and the proof counts them all again afterwards.
 */
export const pasteBack = (source: TilePicture, patch: Patch, mask: TileMask, feather: number): Pasted => {
  const { region, pixels } = patch;
  if (!sizeEquals(source.size, mask.size)) throw new RangeError('The mask has not the size of the picture.');
  if (pixels.length !== region.width * region.height * 4) throw new RangeError('The pixels do not fill their region.');
  const tiles = new Map(source.tiles);
  let wroteAlpha = false;
  for (const [key, coverage] of mask.tiles) {
    const place = tileRect(source.size, key);
    const covered = maskBounds({ size: mask.size, tiles: new Map([[key, coverage]]) });
    const common = covered && intersect(covered, region);
    if (!common) continue;
    const strengths = featheredCoverage(mask, common, feather, region);
    if (strengths.every((strength) => strength === 0)) continue;
    const tile = source.tiles.get(key)?.slice() ?? new Uint8ClampedArray(tileBytes);
    for (let y = 0; y < common.height; y++) {
      const to = ((common.y + y - place.y) * tileSide + common.x - place.x) * 4;
      const from = ((common.y + y - region.y) * region.width + common.x - region.x) * 4;
      blendPixels(tile, to, pixels, from, strengths.subarray(y * common.width, (y + 1) * common.width));
      wroteAlpha ||= !isOpaque(tile.subarray(to, to + common.width * 4));
    }
    tiles.set(key, tile);
  }
  const picture = { size: source.size, tiles, hasAlpha: source.hasAlpha || wroteAlpha };
  const bounds = maskBounds(mask);
  const changed = (bounds && intersect(bounds, region)) ?? rect(0, 0, 0, 0);
  return { picture, changed, proof: countChanged(source, picture, mask) };
};
