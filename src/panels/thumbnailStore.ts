import { createStore } from 'zustand/vanilla';
import type { PictureId } from '../document/editDocument.ts';

/** Small pictures for the strip, made by whoever opens or makes a picture; 320 px on the longer side is enough. */
export const thumbnailStore = createStore<{ readonly bitmaps: ReadonlyMap<PictureId, ImageBitmap> }>(() => ({
  bitmaps: new Map(),
}));
