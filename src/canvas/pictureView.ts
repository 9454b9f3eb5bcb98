import type { Picture } from '../document/editDocument.ts';
import { intersect, rect, rectOfSize, type Rect } from '../geometry/rect.ts';
import { area, type Size } from '../geometry/size.ts';
import { screenToImage, type Viewport } from '../geometry/viewport.ts';
import { screenPoint } from '../geometry/point.ts';
import { detailPicture, displayPicture } from '../raster/rasterClient.ts';

/** Enough for a fitted picture on a large screen, small enough to be drawn in every frame. */
const overviewPixels = 2 * 1024 * 1024;
/** Up to here the whole picture is held at full resolution; it is also the largest canvas of some phones. */
const wholePixels = 4096 * 4096;

/** The bitmaps of one picture, from coarse to fine. They belong to the view that made them. */
export type PictureBitmaps = {
  readonly size: Size;
  readonly overview: ImageBitmap | null;
  readonly whole: ImageBitmap | null;
  /** What is visible of a picture too large for `whole`, at the screen's resolution. */
  readonly detail: { readonly bitmap: ImageBitmap; readonly region: Rect } | null;
};

export type PictureView = {
  readonly picture: Picture;
  bitmaps(): PictureBitmaps;
  /** Fetches what the view needs beyond what is there; `onChange` is called when it has come. */
  prepare(viewport: Viewport, stage: Size, pixelRatio: number): void;
  close(): void;
};

/** Holds the bitmaps that show `picture`, fetched from the raster worker as they are needed. */
export const pictureView = (picture: Picture, onChange: () => void, onError: (error: unknown) => void): PictureView => {
  const { id, size } = picture;
  let bitmaps: PictureBitmaps = { size, overview: null, whole: null, detail: null };
  let closed = false;
  let wholeAsked = false;
  let detailAsked: Rect | null = null;

  const take = (part: Partial<PictureBitmaps>): void => {
    const { overview, whole, detail } = part;
    if (closed) {
      for (const bitmap of [overview, whole, detail?.bitmap]) bitmap?.close();
      return;
    }
    if (detail) bitmaps.detail?.bitmap.close();
    bitmaps = { ...bitmaps, ...part };
    onChange();
  };

  const fail = (error: unknown): void => {
    if (!closed) onError(error);
  };

  displayPicture(id, overviewPixels).then((overview) => take({ overview }), fail);

  const prepareDetail = (viewport: Viewport, stage: Size, pixelRatio: number): void => {
    const region = visibleRegion(viewport, stage, size);
    if (!region || (detailAsked && sameRegion(detailAsked, region))) return;
    detailAsked = region;
    const density = Math.min(1, viewport.scale * pixelRatio);
    const pixels = { width: Math.ceil(region.width * density), height: Math.ceil(region.height * density) };
    detailPicture(id, region, pixels).then((bitmap) => {
      if (detailAsked === region) take({ detail: { bitmap, region } });
      else bitmap.close();
    }, fail);
  };

  return {
    picture,
    bitmaps: () => bitmaps,
    prepare(viewport, stage, pixelRatio) {
      const { overview } = bitmaps;
      const fineEnough = !overview || overview.width >= Math.min(1, viewport.scale * pixelRatio) * size.width;
      if (fineEnough || overview.width === size.width) return;
      if (area(size) > wholePixels) return prepareDetail(viewport, stage, pixelRatio);
      if (wholeAsked) return;
      wholeAsked = true;
      displayPicture(id, wholePixels).then((whole) => take({ whole }), fail);
    },
    close() {
      closed = true;
      for (const bitmap of [bitmaps.overview, bitmaps.whole, bitmaps.detail?.bitmap]) bitmap?.close();
      bitmaps = { size, overview: null, whole: null, detail: null };
    },
  };
};

const sameRegion = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** What the stage shows of the picture, in whole image px. */
const visibleRegion = (viewport: Viewport, stage: Size, size: Size): Rect | null => {
  const from = screenToImage(screenPoint(0, 0), viewport);
  const to = screenToImage(screenPoint(stage.width, stage.height), viewport);
  const x = Math.floor(from.x);
  const y = Math.floor(from.y);
  return intersect(rect(x, y, Math.ceil(to.x) - x, Math.ceil(to.y) - y), rectOfSize(size));
};
