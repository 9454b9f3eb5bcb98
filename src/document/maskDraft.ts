import { tileSide, type TileKey, type TileMask } from './tileMask.ts';

/** A mask being edited: reads show the edit so far, the first write to a tile copies it, the mask it began from stays as it was. */
export type MaskDraft = {
  readonly base: TileMask;
  /** The tiles as they look now; read only for everyone but the draft's own functions. */
  readonly tiles: Map<TileKey, Uint8Array>;
  readonly written: Set<TileKey>;
};

export const beginDraft = (base: TileMask): MaskDraft => ({ base, tiles: new Map(base.tiles), written: new Set() });

/** The tile's bytes, free to be changed. A missing tile is made, all 0. */
export const writableTile = (draft: MaskDraft, key: TileKey): Uint8Array => {
  const present = draft.tiles.get(key);
  if (present && draft.written.has(key)) return present;
  const own = present ? present.slice() : new Uint8Array(tileSide * tileSide);
  draft.tiles.set(key, own);
  draft.written.add(key);
  return own;
};

/** The mask as it stands, for drawing. Later writes to the draft show in it. */
export const draftMask = (draft: MaskDraft): TileMask => ({ size: draft.base.size, tiles: draft.tiles });

/** The edited mask. Tiles that ended up empty are left out, tiles that ended up unchanged are shared. The draft must not be used again. */
export const finishDraft = (draft: MaskDraft): TileMask => {
  for (const key of draft.written) {
    const now = draft.tiles.get(key);
    const before = draft.base.tiles.get(key);
    if (now && before && sameBytes(now, before)) draft.tiles.set(key, before);
    else if (now && !now.some((coverage) => coverage > 0)) draft.tiles.delete(key);
  }
  return draftMask(draft);
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.every((value, index) => value === b[index]);
