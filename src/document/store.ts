import { createStore } from 'zustand/vanilla';
import { documentOf, type EditDocument, type Picture, type PictureId } from './editDocument.ts';
import type { Candidate, Generation } from './generation.ts';
import { emptyHistory, record, redo, undo, type History } from './history.ts';
import type { TileMask } from './tileMask.ts';

/** The opened file; its original bytes are kept for ever. */
export type SourceFile = { readonly name: string; readonly type: string; readonly bytes: Blob };

export type DocumentState = {
  readonly file: SourceFile | null;
  /** The picture as it was opened, the first in the history strip. */
  readonly original: Picture | null;
  readonly document: EditDocument | null;
  readonly history: History;
  /** Everything that has been made from this file, oldest first; going back deletes nothing. */
  readonly generations: readonly Generation[];
};

const nothingOpen: DocumentState = {
  file: null,
  original: null,
  document: null,
  history: emptyHistory,
  generations: [],
};

/** The one document that is open, and its history. Written only by the functions below. */
export const documentStore = createStore<DocumentState>(() => nothingOpen);

export const openDocument = (file: SourceFile, picture: Picture): void => {
  documentStore.setState({ ...nothingOpen, file, original: picture, document: documentOf(picture) });
};

/** Makes `mask` the document's mask, as one undoable step called `label`. */
export const commitMask = (mask: TileMask, label: string): void => {
  change(label, (document) => (document.mask === mask ? document : { ...document, mask }));
};

/** Makes a result the next source, with an empty mask, as one undoable step. */
export const acceptCandidate = (candidate: Candidate): void => {
  change('Accept result', (document) => ({ ...documentOf(candidate.picture), discarded: document.discarded }));
};

/** Makes an earlier picture the source again, as one undoable step; later results stay in the strip. */
export const goToSource = (source: Picture): void => {
  change('Go back', (document) =>
    source.id === document.source.id ? document : { ...documentOf(source), discarded: document.discarded },
  );
};

/** Adds a generation to the strip, or puts it in the place of what had come of it before. */
export const putGeneration = (generation: Generation): void => {
  documentStore.setState(({ generations }) => ({
    generations: generations.some(({ id }) => id === generation.id)
      ? generations.map((each) => (each.id === generation.id ? generation : each))
      : [...generations, generation],
  }));
};

/** Takes one candidate out of the strip, as one undoable step; its pixels are kept. */
export const discardCandidate = (id: string): void => {
  change('Discard result', (document) => ({ ...document, discarded: [...document.discarded, id] }));
};

export const undoStep = (): void => step(undo);

export const redoStep = (): void => step(redo);

const change = (label: string, edit: (document: EditDocument) => EditDocument): void => {
  const { document, history } = documentStore.getState();
  if (!document) return;
  const next = edit(document);
  if (next !== document) documentStore.setState({ document: next, history: record(history, label, document, next) });
};

const step = (move: typeof undo): void => {
  const { document, history } = documentStore.getState();
  const moved = document && move(history, document);
  if (moved) documentStore.setState(moved);
};

/** Every picture that the document, its history or its strip refers to. */
export const picturesOf = ({ original, document, history, generations }: DocumentState): readonly PictureId[] => {
  const steps = [...history.undo, ...history.redo].map(({ source }) => source);
  const made = generations.flatMap(({ candidates }) => candidates.map(({ picture }) => picture));
  const all = [original, document?.source, ...steps, ...made];
  return [...new Set(all.flatMap((picture) => (picture ? [picture.id] : [])))];
};
