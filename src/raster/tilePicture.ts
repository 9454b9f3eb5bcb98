import { tileColumns, tileRect, tileSide, type TileKey } from '../document/tileMask.ts';
import { intersect, rect, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';

/** One tile: tileSide * tileSide pixels of four bytes (red, green, blue, straight alpha), row by row. */
export type PixelTile = Uint8ClampedArray<ArrayBuffer>;

/**
 * Pixels of a picture as sparse tiles, keyed as TileMask's. A missing tile is transparent black; bytes beyond the edge are 0.
 * Never changed in place: an edit makes a new TilePicture that shares every untouched tile with its source, so that a version
 * costs only what it changed and unchanged pixels are the source's bytes by construction.
 */
export type TilePicture = {
  readonly size: Size;
  readonly tiles: ReadonlyMap<TileKey, PixelTile>;
  /** True where at least one pixel is not fully opaque. */
  readonly hasAlpha: boolean;
};

export const tileBytes = tileSide * tileSide * 4;

/** The tiles that a region touches, each with the part they have in common in image px. */
export const tilesIn = function* (size: Size, region: Rect): Generator<{ key: TileKey; place: Rect; common: Rect }> {
  const inside = intersect(region, rect(0, 0, size.width, size.height));
  if (!inside) return;
  const columns = tileColumns(size);
  const firstColumn = Math.floor(inside.x / tileSide);
  const lastColumn = Math.floor((inside.x + inside.width - 1) / tileSide);
  const lastRow = Math.floor((inside.y + inside.height - 1) / tileSide);
  for (let row = Math.floor(inside.y / tileSide); row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const key = row * columns + column;
      const place = tileRect(size, key);
      const common = intersect(place, inside);
      if (common) yield { key, place, common };
    }
  }
};

/** Copies a region (image px) as flat RGBA, row by row; what lies beyond the picture is 0, 0, 0, 0. */
export const readRegion = (picture: TilePicture, region: Rect): Uint8ClampedArray<ArrayBuffer> => {
  const flat = new Uint8ClampedArray(region.width * region.height * 4);
  for (const { key, place, common } of tilesIn(picture.size, region)) {
    const tile = picture.tiles.get(key);
    if (!tile) continue;
    for (let y = common.y; y < common.y + common.height; y++) {
      const from = ((y - place.y) * tileSide + common.x - place.x) * 4;
      const to = ((y - region.y) * region.width + common.x - region.x) * 4;
      flat.set(tile.subarray(from, from + common.width * 4), to);
    }
  }
  return flat;
};

/** Rows `y` to `y + count` over the picture's whole width, as flat RGBA. */
export const readRows = (picture: TilePicture, y: number, count: number): Uint8ClampedArray<ArrayBuffer> =>
  readRegion(picture, rect(0, y, picture.size.width, count));
