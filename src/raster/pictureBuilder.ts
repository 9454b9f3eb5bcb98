import { tileColumns, tileSide, type TileKey } from '../document/tileMask.ts';
import type { Size } from '../geometry/size.ts';
import { isOpaque } from './isOpaque.ts';
import { tileBytes, type PixelTile, type TilePicture } from './tilePicture.ts';

export type PictureBuilder = {
  /** Adds the next `tileSide` rows (fewer at the bottom) as flat RGBA over the whole width. */
  addTileRow(rgba: Uint8ClampedArray): void;
  finish(): TilePicture;
};

/** Cuts a picture into tiles, one row of tiles at a time, so that no array of the picture's size is needed. */
export const pictureBuilder = (size: Size): PictureBuilder => {
  const tiles = new Map<TileKey, PixelTile>();
  const columns = tileColumns(size);
  let hasAlpha = false;
  return {
    addTileRow(rgba) {
      hasAlpha ||= !isOpaque(rgba);
      const rows = rgba.length / 4 / size.width;
      const firstKey = tiles.size;
      for (let column = 0; column < columns; column++) {
        const tile = new Uint8ClampedArray(tileBytes);
        const x = column * tileSide;
        const width = Math.min(tileSide, size.width - x);
        for (let y = 0; y < rows; y++) {
          const from = (y * size.width + x) * 4;
          tile.set(rgba.subarray(from, from + width * 4), y * tileSide * 4);
        }
        tiles.set(firstKey + column, tile);
      }
    },
    finish: () => ({ size, tiles, hasAlpha }),
  };
};

/** A picture from flat RGBA of its whole size: for small pictures and tests. */
export const pictureFromFlat = (size: Size, rgba: Uint8ClampedArray): TilePicture => {
  const builder = pictureBuilder(size);
  const stride = size.width * 4;
  for (let y = 0; y < size.height; y += tileSide)
    builder.addTileRow(rgba.subarray(y * stride, Math.min(y + tileSide, size.height) * stride));
  return builder.finish();
};
