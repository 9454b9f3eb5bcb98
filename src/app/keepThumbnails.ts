import type { PictureId } from '../document/editDocument.ts';
import { documentStore, picturesOf } from '../document/store.ts';
import { thumbnailStore } from '../panels/thumbnailStore.ts';
import { displayPicture } from '../raster/rasterClient.ts';

/** Enough for the strip on a screen with two pixels per CSS px. */
const thumbnailPixels = 320 * 240;

/** Makes a small picture of every picture in the strip, and closes those of pictures that are gone. Returns how to stop. */
export const keepThumbnails = (): (() => void) => {
  const asked = new Set<PictureId>();

  const make = async (id: PictureId): Promise<void> => {
    const bitmap = await displayPicture(id, thumbnailPixels);
    if (!asked.has(id)) return bitmap.close();
    thumbnailStore.setState(({ bitmaps }) => ({ bitmaps: new Map(bitmaps).set(id, bitmap) }));
  };

  const update = (): void => {
    const wanted = new Set(picturesOf(documentStore.getState()));
    for (const id of wanted) {
      if (asked.has(id)) continue;
      asked.add(id);
      // A strip without one small picture is no reason to alarm anyone; the picture itself reports what is wrong with it.
      make(id).catch(() => asked.delete(id));
    }
    const gone = [...asked].filter((id) => !wanted.has(id));
    if (gone.length === 0) return;
    const bitmaps = new Map(thumbnailStore.getState().bitmaps);
    for (const id of gone) {
      asked.delete(id);
      bitmaps.get(id)?.close();
      bitmaps.delete(id);
    }
    thumbnailStore.setState({ bitmaps });
  };

  update();
  return documentStore.subscribe((now, was) => {
    if (now.generations !== was.generations || now.original !== was.original || now.history !== was.history) update();
  });
};
