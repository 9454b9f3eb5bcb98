import type { Rect } from '../geometry/rect.ts';
import { sizeEquals } from '../geometry/size.ts';
import type { EditDocument, Picture } from './editDocument.ts';
import { packTile, unpackTile, type PackedTile } from './packTile.ts';
import type { TileKey, TileMask } from './tileMask.ts';

/** What one undo or redo puts back: the source, the frame, the discarded candidates, and the mask's tiles that differ, packed (null: the tile was empty). */
export type HistoryEntry = {
  readonly label: string;
  readonly source: Picture;
  readonly frame: Rect;
  readonly discarded: readonly string[];
  readonly tiles: ReadonlyMap<TileKey, PackedTile | null>;
  /** Memory the entry takes, in bytes. */
  readonly bytes: number;
};

/** Newest entry last in both lists. */
export type History = { readonly undo: readonly HistoryEntry[]; readonly redo: readonly HistoryEntry[] };

export const emptyHistory: History = { undo: [], redo: [] };

/** Bytes, not steps, bound the history: a thousand local strokes on 4096 x 4096 px take a few MB, a thousand full sweeps some 60. */
export const historyBudget = 64 * 1024 * 1024;

/** Map, key and object of one entry, roughly; keeps thousands of empty steps from being free. */
const entryOverhead = 256;

/** The history after a step from `before` to `after`. What was undone can no longer be redone; the oldest steps go when the budget is full. */
export const record = (history: History, label: string, before: EditDocument, after: EditDocument): History => ({
  undo: withinBudget([...history.undo, entryTo(label, before, after)]),
  redo: [],
});

/** One step back, or null where there is none. */
export const undo = (history: History, document: EditDocument): { history: History; document: EditDocument } | null => {
  const entry = history.undo.at(-1);
  if (!entry) return null;
  const before = restore(entry, document);
  const redo = [...history.redo, entryTo(entry.label, document, before)];
  return { history: { undo: history.undo.slice(0, -1), redo }, document: before };
};

/** One step forward again, or null where there is none. */
export const redo = (history: History, document: EditDocument): { history: History; document: EditDocument } | null => {
  const entry = history.redo.at(-1);
  if (!entry) return null;
  const after = restore(entry, document);
  const undo = [...history.undo, entryTo(entry.label, document, after)];
  return { history: { undo, redo: history.redo.slice(0, -1) }, document: after };
};

/** Memory of all entries, in bytes. */
export const historyBytes = (history: History): number =>
  [...history.undo, ...history.redo].reduce((sum, entry) => sum + entry.bytes, 0);

/** The entry that leads from `other` back to `target`. */
const entryTo = (label: string, target: EditDocument, other: EditDocument): HistoryEntry => {
  const tiles = changedTiles(target.mask, other.mask);
  let bytes = entryOverhead;
  for (const tile of tiles.values()) bytes += 16 + (tile?.length ?? 0);
  const { source, frame, discarded } = target;
  return { label, source, frame, discarded, tiles, bytes };
};

/** Masks of different sizes share nothing: then every tile of the target counts. */
const changedTiles = (target: TileMask, other: TileMask): ReadonlyMap<TileKey, PackedTile | null> => {
  const changed = new Map<TileKey, PackedTile | null>();
  const sameSize = sizeEquals(target.size, other.size);
  for (const [key, tile] of target.tiles) {
    if (!sameSize || other.tiles.get(key) !== tile) changed.set(key, packTile(tile));
  }
  if (sameSize) for (const key of other.tiles.keys()) if (!target.tiles.has(key)) changed.set(key, null);
  return changed;
};

const restore = (entry: HistoryEntry, from: EditDocument): EditDocument => {
  const tiles = new Map(sizeEquals(entry.source.size, from.mask.size) ? from.mask.tiles : []);
  for (const [key, packed] of entry.tiles) {
    if (packed) tiles.set(key, unpackTile(packed));
    else tiles.delete(key);
  }
  const { source, frame, discarded } = entry;
  return { version: from.version, source, frame, discarded, mask: { size: source.size, tiles } };
};

const withinBudget = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] => {
  let bytes = 0;
  const oldestKept = entries.findLastIndex((entry, index) => {
    bytes += entry.bytes;
    return bytes > historyBudget && index < entries.length - 1;
  });
  return entries.slice(oldestKept + 1);
};
