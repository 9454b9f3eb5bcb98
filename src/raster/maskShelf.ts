import type { TileKey, TileMask } from '../document/tileMask.ts';
import type { Size } from '../geometry/size.ts';

/** Names a mask on its way into the worker. */
export type MaskId = number;

/** A part of a mask: some of its tiles. */
export type MaskPortion = {
  readonly id: MaskId;
  readonly size: Size;
  readonly tiles: ReadonlyMap<TileKey, Uint8Array>;
};

const arriving = new Map<MaskId, { readonly size: Size; readonly tiles: Map<TileKey, Uint8Array> }>();

/** Worker side: adds a portion to what has come of its mask so far. */
export const addMaskPortion = ({ id, size, tiles }: MaskPortion): void => {
  const mask = arriving.get(id) ?? { size, tiles: new Map<TileKey, Uint8Array>() };
  for (const [key, tile] of tiles) mask.tiles.set(key, tile);
  arriving.set(id, mask);
};

/** Worker side: the whole mask; its id is free again. Throws where nothing has come under that id. */
export const takeMask = (id: MaskId): TileMask => {
  const mask = arriving.get(id);
  if (!mask) throw new Error('The mask has not come to the raster worker.');
  arriving.delete(id);
  return mask;
};
