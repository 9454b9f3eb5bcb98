import { rectOfSize, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { emptyMask, type TileMask } from './tileMask.ts';

/** Names one picture whose pixels the raster worker holds: an opened file, or a result over it. */
export type PictureId = string & { readonly brand: 'picture' };

export type Picture = { readonly id: PictureId; readonly size: Size; readonly hasAlpha: boolean };

/** What is saved and undone. `frame` is the rectangle of the finished picture in image px. */
export type EditDocument = {
  readonly version: 1;
  readonly source: Picture;
  readonly frame: Rect;
  readonly mask: TileMask;
  /** Ids of candidates that the user put away; undo brings them back. */
  readonly discarded: readonly string[];
};

export const documentOf = (source: Picture): EditDocument => ({
  version: 1,
  source,
  frame: rectOfSize(source.size),
  mask: emptyMask(source.size),
  discarded: [],
});
