import { tileColumns, tileRect, tileRows, tileSide, type TileKey } from '../document/tileMask.ts';
import { containsRect, intersect, rect, rectOfSize, type Rect } from '../geometry/rect.ts';
import { readRegion, tileBytes, type PixelTile, type TilePicture } from './tilePicture.ts';

/** The part of a picture that lies in `frame` (image px, may reach beyond it: transparent there), as a picture of the frame's size. */
export const framePicture = (picture: TilePicture, frame: Rect): TilePicture => {
  const size = { width: frame.width, height: frame.height };
  const tiles = new Map<TileKey, PixelTile>();
  for (let key = 0; key < tileColumns(size) * tileRows(size); key++) {
    const place = tileRect(size, key);
    const from = rect(frame.x + place.x, frame.y + place.y, place.width, place.height);
    if (!intersect(from, rectOfSize(picture.size))) continue;
    const flat = readRegion(picture, from);
    const tile = new Uint8ClampedArray(tileBytes);
    for (let y = 0; y < place.height; y++)
      tile.set(flat.subarray(y * place.width * 4, (y + 1) * place.width * 4), y * tileSide * 4);
    tiles.set(key, tile);
  }
  return { size, tiles, hasAlpha: picture.hasAlpha || !containsRect(rectOfSize(picture.size), frame) };
};
