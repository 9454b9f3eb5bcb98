import type { Picture, PictureId } from '../document/editDocument.ts';
import type { TilePicture } from './tilePicture.ts';

/** The pictures that the worker holds. */
const shelf = new Map<PictureId, TilePicture>();

/** Keeps a picture and says what the page knows of it. */
export const keepPicture = (id: PictureId, picture: TilePicture): Picture => {
  shelf.set(id, picture);
  return { id, size: picture.size, hasAlpha: picture.hasAlpha };
};

/** Throws where the picture has been closed, or was lost with a worker that died. */
export const pictureOf = (id: PictureId): TilePicture => {
  const picture = shelf.get(id);
  if (!picture) throw new Error('This picture is no longer in memory. Open its file again.');
  return picture;
};

export const hasPicture = (id: PictureId): boolean => shelf.has(id);

/** Tiles that another picture shares stay in memory with it. */
export const dropPictures = (ids: readonly PictureId[]): void => {
  for (const id of ids) shelf.delete(id);
};
