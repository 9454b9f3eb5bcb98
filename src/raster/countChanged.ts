import type { Proof } from '../document/generation.ts';
import { tileColumns, tileRect, tileRows, tileSide, type TileKey, type TileMask } from '../document/tileMask.ts';
import { area, type Size } from '../geometry/size.ts';
import type { PixelTile, TilePicture } from './tilePicture.ts';

/**
 * Counts all pixels with mask 0, and those of them whose bytes differ between two pictures of the mask's size. Knows nothing of
 * how the result was made: a tile that both pictures hold is equal to itself, any other is compared byte for byte.
 */
export const countChanged = (source: TilePicture, result: TilePicture, mask: TileMask): Proof => {
  let protectedPixels = 0;
  let changedPixels = 0;
  for (let key: TileKey = 0; key < tileColumns(mask.size) * tileRows(mask.size); key++) {
    const place = tileRect(mask.size, key);
    const coverage = mask.tiles.get(key);
    protectedPixels += coverage ? countZeros(coverage, place) : area(place);
    const before = source.tiles.get(key);
    const after = result.tiles.get(key);
    if (before !== after) changedPixels += countDifferent(before, after, coverage, place);
  }
  return { protectedPixels, changedPixels };
};

const countZeros = (coverage: Uint8Array, { width, height }: Size): number => {
  let zeros = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (coverage[y * tileSide + x] === 0) zeros++;
  return zeros;
};

const countDifferent = (
  before: PixelTile | undefined,
  after: PixelTile | undefined,
  coverage: Uint8Array | undefined,
  { width, height }: Size,
): number => {
  const old = wholePixels(before);
  const now = wholePixels(after);
  let different = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * tileSide + x;
      if ((coverage?.[at] ?? 0) === 0 && old[at] !== now[at]) different++;
    }
  }
  return different;
};

/** All four bytes of a pixel as one number; a missing tile is all 0. */
const wholePixels = (tile: PixelTile | undefined): Uint32Array =>
  tile ? new Uint32Array(tile.buffer, tile.byteOffset, tileSide * tileSide) : new Uint32Array(tileSide * tileSide);
