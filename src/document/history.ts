import type { EditDocument } from './editDocument.ts';

/** One undoable step: what has to be put back. Replaced by packed tiles. */
export type HistoryEntry = { readonly label: string; readonly document: EditDocument };

export type History = { readonly undo: readonly HistoryEntry[]; readonly redo: readonly HistoryEntry[] };

export const emptyHistory: History = { undo: [], redo: [] };
