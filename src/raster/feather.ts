import { flattenMask, type TileMask } from '../document/tileMask.ts';
import { inflate, intersect, rectOfSize, type Rect } from '../geometry/rect.ts';
import { noSite, squaredDistances } from './distanceTransform.ts';

/** Widest feather, px; more is taken as this. It bounds the surroundings that one tile has to look at. */
const maxFeather = 128;

/**
 * The strength (0 to 255) with which a candidate's pixels replace the source's over `area`, row by row: the mask's coverage,
 * softened inwards. Where coverage is 0 strength is 0, always. Elsewhere
 *
 *     strength = min(coverage, 255 * min(1, distance / width))
 *
 * `distance` is from the pixel's centre to the nearest centre with coverage 0, px. `width` is the feather, but never more than
 * the mask is thick there: the largest of feather, feather / 2, feather / 4, ... whose disc fits into the mask over the pixel,
 * and 1 px where none does. So a scratch 2 px wide is replaced at full strength, and the middle of every thin part too.
 * The picture's edge is no border to soften towards. Pixels outside `limit` count as coverage 0: no candidate is known there.
 */
export const featheredCoverage = (mask: TileMask, area: Rect, feather: number, limit: Rect): Uint8Array => {
  const width = Math.min(feather, maxFeather);
  const window = intersect(inflate(area, width > 1 ? 2 * Math.ceil(width) : 0), rectOfSize(mask.size));
  if (!window) return new Uint8Array(area.width * area.height);
  const coverage = flattenMask(mask, window);
  clearOutside(coverage, window, limit);
  if (width > 1 && coverage.includes(0)) soften(coverage, window, width);
  return crop(coverage, window, area);
};

const clearOutside = (coverage: Uint8Array, window: Rect, limit: Rect): void => {
  const inside = intersect(window, limit);
  for (let y = 0; y < window.height; y++) {
    const row = coverage.subarray(y * window.width, (y + 1) * window.width);
    if (!inside || y + window.y < inside.y || y + window.y >= inside.y + inside.height) row.fill(0);
    else {
      row.fill(0, 0, inside.x - window.x);
      row.fill(0, inside.x - window.x + inside.width);
    }
  }
};

/** Multiplies nothing, only lowers: each pixel to its ramp. Correct for pixels two feathers or more inside a cut window's edge. */
const soften = (coverage: Uint8Array, window: Rect, feather: number): void => {
  const distances = squaredDistances(
    coverage.map((value) => (value === 0 ? 1 : 0)),
    window,
  );
  const pending = coverage.map((value) => (value === 0 ? 0 : 1));
  const lower = (at: number, width: number): void => {
    // `at` is below the length in all calls: these run once per pixel and level.
    coverage[at] = Math.min(coverage[at]!, Math.round(255 * Math.min(1, Math.sqrt(distances[at]!) / width)));
    pending[at] = 0;
  };
  for (let width = feather; width > 1 && pending.includes(1); width /= 2) {
    const core = new Uint8Array(distances.length);
    let hasCore = false;
    for (let at = 0; at < core.length; at++) {
      if (distances[at]! < width * width) continue;
      core[at] = 1;
      hasCore = true;
    }
    if (!hasCore) continue;
    const toCore = squaredDistances(core, window);
    for (let at = 0; at < toCore.length; at++)
      if (pending[at] && toCore[at]! < noSite && toCore[at]! < width * width) lower(at, width);
  }
};

const crop = (flat: Uint8Array, window: Rect, area: Rect): Uint8Array => {
  const cropped = new Uint8Array(area.width * area.height);
  const common = intersect(window, area);
  if (!common) return cropped;
  for (let y = common.y; y < common.y + common.height; y++) {
    const from = (y - window.y) * window.width + common.x - window.x;
    cropped.set(flat.subarray(from, from + common.width), (y - area.y) * area.width + common.x - area.x);
  }
  return cropped;
};
