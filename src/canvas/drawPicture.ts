import type { Rect } from '../geometry/rect.ts';
import { intersect, rect, rectOfSize } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { PictureBitmaps } from './pictureView.ts';

/** What is drawn on: the part of a 2D context that Konva's own context passes on. */
export type Surface = Pick<CanvasRenderingContext2D, 'drawImage'> & { smooth(on: boolean): void };

/** From this many screen px per image px on, pixels are shown as squares. */
const squaresFrom = 3;

/** Draws the visible part of the picture from the coarsest bitmap that is fine enough. `viewport` maps image px to canvas px. */
export const drawPicture = (
  surface: Surface,
  bitmaps: PictureBitmaps,
  viewport: Viewport,
  canvas: Size,
  pixelRatio: number,
): void => {
  const { size, overview, whole, detail } = bitmaps;
  const visible = visiblePart(size, viewport, canvas);
  if (!visible || !overview) return;
  const wanted = Math.min(1, viewport.scale * pixelRatio) * size.width;
  surface.smooth(viewport.scale * pixelRatio < squaresFrom);
  const base = overview.width >= wanted || !whole ? overview : whole;
  drawPart(surface, base, rectOfSize(size), visible, viewport);
  const detailed = detail && overview.width < wanted ? intersect(detail.region, visible) : null;
  if (detail && detailed) drawPart(surface, detail.bitmap, detail.region, detailed, viewport);
};

/** Draws image px `part` from a bitmap that holds image px `held`. */
const drawPart = (surface: Surface, bitmap: ImageBitmap, held: Rect, part: Rect, viewport: Viewport): void => {
  const across = bitmap.width / held.width;
  const down = bitmap.height / held.height;
  surface.drawImage(
    bitmap,
    (part.x - held.x) * across,
    (part.y - held.y) * down,
    part.width * across,
    part.height * down,
    part.x * viewport.scale + viewport.x,
    part.y * viewport.scale + viewport.y,
    part.width * viewport.scale,
    part.height * viewport.scale,
  );
};

const visiblePart = (size: Size, viewport: Viewport, canvas: Size): Rect | null => {
  const x = Math.floor(-viewport.x / viewport.scale);
  const y = Math.floor(-viewport.y / viewport.scale);
  const right = Math.ceil((canvas.width - viewport.x) / viewport.scale);
  const bottom = Math.ceil((canvas.height - viewport.y) / viewport.scale);
  return intersect(rect(x, y, right - x, bottom - y), rectOfSize(size));
};
