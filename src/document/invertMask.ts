import { tileColumns, tileRect, tileRows, tileSide, type TileKey, type TileMask } from './tileMask.ts';

/** Keeps what was to be repainted and the other way round; greys are mirrored. */
export const invertMask = (mask: TileMask): TileMask => {
  const tiles = new Map<TileKey, Uint8Array>();
  for (let key = 0; key < tileColumns(mask.size) * tileRows(mask.size); key++) {
    const before = mask.tiles.get(key);
    const { width, height } = tileRect(mask.size, key);
    const tile = new Uint8Array(tileSide * tileSide);
    for (let y = 0; y < height; y++) {
      const row = y * tileSide;
      if (!before) tile.fill(255, row, row + width);
      else for (let x = row; x < row + width; x++) tile[x] = 255 - (before[x] ?? 0);
    }
    if (!before || tile.some((coverage) => coverage > 0)) tiles.set(key, tile);
  }
  return { size: mask.size, tiles };
};
