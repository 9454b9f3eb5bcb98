import { area } from '../geometry/size.ts';
import type { TileMask } from '../document/tileMask.ts';

/** Sums of coverage by tile. A tile is never changed in place, so its sum is its own for ever. */
const sums = new WeakMap<Uint8Array, number>();

/** Adds up tiles not seen before for at most `budgetMs`; true when all of the mask's tiles are known. */
export const measureTiles = (mask: TileMask, budgetMs: number): boolean => {
  const end = performance.now() + budgetMs;
  for (const tile of mask.tiles.values()) {
    if (sums.has(tile)) continue;
    if (performance.now() > end) return false;
    let sum = 0;
    for (const coverage of tile) sum += coverage;
    sums.set(tile, sum);
  }
  return true;
};

/** The covered part of the picture, 0 to 1; tiles that were not measured count as 0. */
export const maskCoverage = (mask: TileMask): number => {
  let sum = 0;
  for (const tile of mask.tiles.values()) sum += sums.get(tile) ?? 0;
  return sum / 255 / area(mask.size);
};
