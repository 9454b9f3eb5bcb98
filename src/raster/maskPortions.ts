import type { TileKey, TileMask } from '../document/tileMask.ts';

/** 2 MB a message: copying it keeps the page busy for some ms, where a large mask at once would take a quarter of a second. */
const tilesPerPortion = 32;

/** Cuts a mask's tiles into portions that are copied to a worker one after the other; an empty mask is one empty portion. */
export const maskPortions = (mask: TileMask): readonly ReadonlyMap<TileKey, Uint8Array>[] => {
  const tiles = [...mask.tiles];
  const portions = [new Map(tiles.slice(0, tilesPerPortion))];
  for (let from = tilesPerPortion; from < tiles.length; from += tilesPerPortion) {
    portions.push(new Map(tiles.slice(from, from + tilesPerPortion)));
  }
  return portions;
};
