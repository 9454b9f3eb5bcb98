import { flattenMask, type TileMask } from '../document/tileMask.ts';
import { inflate, rect, type Rect } from '../geometry/rect.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { squaredDistances } from './distanceTransform.ts';
import { resizePlane } from './resizePlane.ts';

/** How a mask is sent with a region: scaled to `work`, within a plane of `size` whose padding is kept. */
export type WireMask = {
  readonly region: Rect;
  readonly work: Size;
  readonly size: Size;
  /** Greys are kept; otherwise every value is 0 or 255. */
  readonly soft: boolean;
  /** px of the image by which it is grown. */
  readonly grow: number;
};

/** What counts as painted where there are no greys. */
const threshold = 128;

/** The coverage that is sent: 255 repaint, 0 keep. Reduced without greys, no painted px gets lost. */
export const wireMask = (mask: TileMask, { region, work, size, soft, grow }: WireMask): Uint8Array<ArrayBuffer> => {
  const grown = grownMask(mask, region, Math.round(grow));
  const plane = soft ? grown : grown.map((coverage) => (coverage >= threshold ? 255 : 0));
  const isReduced = work.width < region.width || work.height < region.height;
  const scaled = sizeEquals(work, region)
    ? plane
    : !soft && isReduced
      ? reduceToAny(plane, region, work)
      : resizePlane(plane, region, work);
  if (sizeEquals(work, size)) return new Uint8Array(scaled);
  const padded = new Uint8Array(size.width * size.height);
  for (let y = 0; y < work.height; y++)
    padded.set(scaled.subarray(y * work.width, (y + 1) * work.width), y * size.width);
  return padded;
};

/** The region's coverage with everything that is painted widened by `by` px; what is painted beyond the region counts too. */
const grownMask = (mask: TileMask, region: Rect, by: number): Uint8Array => {
  if (by <= 0) return flattenMask(mask, region);
  const window = inflate(region, by);
  const coverage = flattenMask(mask, window);
  const sites = coverage.map((value) => (value >= threshold ? 1 : 0));
  const distances = squaredDistances(sites, window);
  const grown = new Uint8Array(region.width * region.height);
  const inner = rect(by, by, region.width, region.height);
  for (let y = 0; y < inner.height; y++) {
    for (let x = 0; x < inner.width; x++) {
      const from = (inner.y + y) * window.width + inner.x + x;
      // Both indexes are inside by the loops' bounds; this runs once per pixel.
      grown[y * inner.width + x] = distances[from]! <= by * by ? 255 : coverage[from]!;
    }
  }
  return grown;
};

/** A px is painted where any px that it covers is. */
const reduceToAny = (plane: Uint8Array, from: Size, to: Size): Uint8Array => {
  const reduced = new Uint8Array(to.width * to.height);
  const place = (at: number, length: number, shorter: number): number =>
    Math.min(shorter - 1, Math.floor(((at + 0.5) * shorter) / length));
  for (let y = 0; y < from.height; y++) {
    const row = place(y, from.height, to.height) * to.width;
    for (let x = 0; x < from.width; x++)
      if (plane[y * from.width + x]) reduced[row + place(x, from.width, to.width)] = 255;
  }
  return reduced;
};
