import type { PictureId } from '../document/editDocument.ts';
import { documentStore } from '../document/store.ts';

/** The picture that was downloaded last. */
let saved: PictureId | null = null;

export const markSaved = (picture: PictureId): void => {
  saved = picture;
};

/** True while something would be lost with the page: a painted mask, or a result that was not downloaded. */
export const hasUnsavedWork = (): boolean => {
  const { document, generations, history } = documentStore.getState();
  if (!document) return false;
  const painted = document.mask.tiles.size > 0 || (generations.length === 0 && history.undo.length > 0);
  const results = generations.flatMap(({ candidates }) => candidates);
  const newest = results.at(-1)?.picture.id;
  return painted || (newest !== undefined && newest !== saved && document.source.id !== saved);
};
