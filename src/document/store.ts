import { createStore } from 'zustand/vanilla';
import type { EditDocument } from './editDocument.ts';
import type { Generation } from './generation.ts';
import { emptyHistory, type History } from './history.ts';

/** The opened file; its original bytes are kept for ever. */
export type SourceFile = { readonly name: string; readonly type: string; readonly bytes: Blob };

export type DocumentState = {
  readonly file: SourceFile | null;
  readonly document: EditDocument | null;
  readonly history: History;
  /** Everything that has been made from this file, oldest first; going back deletes nothing. */
  readonly generations: readonly Generation[];
};

export const documentStore = createStore<DocumentState>(() => ({
  file: null,
  document: null,
  history: emptyHistory,
  generations: [],
}));
