import { intersect, rect, union, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';

/** Side of a tile in image px; a tile is tileSide * tileSide coverage bytes, row by row. */
export const tileSide = 256;

/** Number of a tile: row * columns + column. */
export type TileKey = number;

/**
 * The mask: 8-bit coverage at the size of the canonical image (255 = repaint, 0 = keep), as sparse tiles. A missing tile is all 0.
 * Never changed in place: an edit makes a new TileMask that shares every untouched tile. Bytes beyond the image's edge are 0.
 */
export type TileMask = { readonly size: Size; readonly tiles: ReadonlyMap<TileKey, Uint8Array> };

export const emptyMask = (size: Size): TileMask => ({ size, tiles: new Map() });

export const tileColumns = (size: Size): number => Math.ceil(size.width / tileSide);

export const tileRows = (size: Size): number => Math.ceil(size.height / tileSide);

/** The part of the image that a tile covers, in image px; tiles at the right and bottom edge are cut. */
export const tileRect = (size: Size, key: TileKey): Rect => {
  const columns = tileColumns(size);
  const x = (key % columns) * tileSide;
  const y = Math.floor(key / columns) * tileSide;
  return rect(x, y, Math.min(tileSide, size.width - x), Math.min(tileSide, size.height - y));
};

/** Coverage of one pixel; 0 outside the image. */
export const coverageAt = (mask: TileMask, x: number, y: number): number => {
  if (x < 0 || y < 0 || x >= mask.size.width || y >= mask.size.height) return 0;
  const key = Math.floor(y / tileSide) * tileColumns(mask.size) + Math.floor(x / tileSide);
  return mask.tiles.get(key)?.[(y % tileSide) * tileSide + (x % tileSide)] ?? 0;
};

/** Copies the coverage of `region` into a flat array of its size, row by row; outside the image it is 0. */
export const flattenMask = (mask: TileMask, region: Rect): Uint8Array<ArrayBuffer> => {
  const flat = new Uint8Array(region.width * region.height);
  for (const [key, tile] of mask.tiles) {
    const place = tileRect(mask.size, key);
    const common = intersect(place, region);
    if (!common) continue;
    for (let y = common.y; y < common.y + common.height; y++) {
      const from = (y - place.y) * tileSide + common.x - place.x;
      flat.set(tile.subarray(from, from + common.width), (y - region.y) * region.width + common.x - region.x);
    }
  }
  return flat;
};

/** Cuts a flat coverage array of the image's size into tiles; all-zero tiles are left out. */
export const maskFromFlat = (size: Size, flat: Uint8Array): TileMask => {
  const tiles = new Map<TileKey, Uint8Array>();
  for (let key = 0; key < tileColumns(size) * tileRows(size); key++) {
    const place = tileRect(size, key);
    const tile = new Uint8Array(tileSide * tileSide);
    for (let y = 0; y < place.height; y++) {
      const from = (place.y + y) * size.width + place.x;
      tile.set(flat.subarray(from, from + place.width), y * tileSide);
    }
    if (tile.some((coverage) => coverage > 0)) tiles.set(key, tile);
  }
  return { size, tiles };
};

/** Where two masks of one size may differ, in whole tiles: tiles that they share are not looked at. Null where all are shared. */
export const differingTiles = (a: TileMask, b: TileMask): Rect | null => {
  let region: Rect | null = null;
  for (const key of new Set([...a.tiles.keys(), ...b.tiles.keys()])) {
    if (a.tiles.get(key) === b.tiles.get(key)) continue;
    const place = tileRect(a.size, key);
    region = region ? union(region, place) : place;
  }
  return region;
};

/** The smallest rectangle around all coverage above 0, or null for an empty mask. */
export const maskBounds = (mask: TileMask): Rect | null => {
  let bounds: Rect | null = null;
  for (const [key, tile] of mask.tiles) {
    const { inside } = factsOf(tile);
    if (!inside) continue;
    const place = tileRect(mask.size, key);
    const moved = rect(place.x + inside.x, place.y + inside.y, inside.width, inside.height);
    bounds = bounds ? union(bounds, moved) : moved;
  }
  return bounds;
};

/** Sum of coverage over 255, in px: an area of 10.5 px has ten whole pixels and a half one. */
export const maskArea = (mask: TileMask): number => {
  let sum = 0;
  for (const tile of mask.tiles.values()) sum += factsOf(tile).sum;
  return sum / 255;
};

/** The highest coverage anywhere, 0 to 255. */
export const maskPeak = (mask: TileMask): number => {
  let peak = 0;
  for (const tile of mask.tiles.values()) peak = Math.max(peak, factsOf(tile).peak);
  return peak;
};

type TileFacts = { readonly sum: number; readonly peak: number; readonly inside: Rect | null };

/** A finished mask's tiles never change, so each is looked through once however many masks share it. */
const knownFacts = new WeakMap<Uint8Array, TileFacts>();

const factsOf = (tile: Uint8Array): TileFacts => {
  const known = knownFacts.get(tile);
  if (known) return known;
  const facts = {
    sum: tile.reduce((sum, coverage) => sum + coverage, 0),
    peak: tile.reduce((peak, coverage) => Math.max(peak, coverage), 0),
    inside: tileBounds(tile),
  };
  knownFacts.set(tile, facts);
  return facts;
};

const tileBounds = (tile: Uint8Array): Rect | null => {
  let left = tileSide;
  let right = -1;
  let top = tileSide;
  let bottom = -1;
  for (let y = 0; y < tileSide; y++) {
    const row = tile.subarray(y * tileSide, (y + 1) * tileSide);
    const first = row.findIndex((coverage) => coverage > 0);
    if (first < 0) continue;
    top = Math.min(top, y);
    bottom = y;
    left = Math.min(left, first);
    right = Math.max(
      right,
      row.findLastIndex((coverage) => coverage > 0),
    );
  }
  return bottom < 0 ? null : rect(left, top, right - left + 1, bottom - top + 1);
};
