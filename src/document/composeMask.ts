import { intersect, rect, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { flattenMask, tileColumns, tileRect, tileRows, tileSide, type TileKey, type TileMask } from './tileMask.ts';

/** A mask of the given size, tile by tile: `write` puts the coverage of `place` into the tile's first rows and columns. */
const maskFromTiles = (size: Size, write: (place: Rect, tile: Uint8Array) => void): TileMask => {
  const tiles = new Map<TileKey, Uint8Array>();
  for (let key = 0; key < tileColumns(size) * tileRows(size); key++) {
    const tile = new Uint8Array(tileSide * tileSide);
    write(tileRect(size, key), tile);
    if (tile.some((coverage) => coverage > 0)) tiles.set(key, tile);
  }
  return { size, tiles };
};

/** Repaints everything but the `kept` rectangle. */
export const maskAround = (size: Size, kept: Rect): TileMask =>
  maskFromTiles(size, (place, tile) => {
    for (let y = 0; y < place.height; y++) tile.fill(255, y * tileSide, y * tileSide + place.width);
    const common = intersect(place, kept);
    if (!common) return;
    for (let y = common.y - place.y; y < common.y - place.y + common.height; y++) {
      const from = y * tileSide + common.x - place.x;
      tile.fill(0, from, from + common.width);
    }
  });

/** The part of a mask that lies in `frame`, in px of the frame; 0 beyond the mask. */
export const maskInFrame = (mask: TileMask, frame: Rect): TileMask =>
  maskFromTiles(frame, (place, tile) => {
    const flat = flattenMask(mask, rect(frame.x + place.x, frame.y + place.y, place.width, place.height));
    for (let y = 0; y < place.height; y++)
      tile.set(flat.subarray(y * place.width, (y + 1) * place.width), y * tileSide);
  });

/** Repaints what either mask repaints. Both have the same size; tiles that only one has are shared. */
export const uniteMasks = (a: TileMask, b: TileMask): TileMask => {
  const tiles = new Map(a.tiles);
  for (const [key, tile] of b.tiles) {
    const other = tiles.get(key);
    tiles.set(key, other ? tile.map((coverage, at) => Math.max(coverage, other[at] ?? 0)) : tile);
  }
  return { size: a.size, tiles };
};
