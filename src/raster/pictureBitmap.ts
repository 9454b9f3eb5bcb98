import { tileRect, tileSide } from '../document/tileMask.ts';
import { rectOfSize, type Rect } from '../geometry/rect.ts';
import { area, type Size } from '../geometry/size.ts';
import { scaleRegion } from './scaleRegion.ts';
import type { TilePicture } from './tilePicture.ts';

/** The whole picture as one bitmap, reduced in proportion where it has more than `maxPixels` pixels. For display only. */
export const pictureBitmap = (picture: TilePicture, maxPixels: number): ImageBitmap => {
  const ratio = Math.min(1, Math.sqrt(maxPixels / area(picture.size)));
  if (ratio < 1) return regionBitmap(picture, rectOfSize(picture.size), reducedSize(picture.size, ratio));
  const { canvas, context } = canvasOf(picture.size, picture.hasAlpha);
  for (const [key, tile] of picture.tiles) {
    const place = tileRect(picture.size, key);
    context.putImageData(new ImageData(tile, tileSide, tileSide), place.x, place.y);
  }
  return canvas.transferToImageBitmap();
};

/** A region scaled to `size`. For display only. */
export const regionBitmap = (picture: TilePicture, region: Rect, size: Size): ImageBitmap =>
  regionCanvas(picture, region, size).transferToImageBitmap();

/** A small picture of a region (of the whole where null), stretched to `size`, as WebP, or PNG where the browser can't. */
export const thumbnailBlob = (picture: TilePicture, region: Rect | null, size: Size): Promise<Blob> =>
  regionCanvas(picture, region ?? rectOfSize(picture.size), size).convertToBlob({ type: 'image/webp', quality: 0.85 });

const regionCanvas = (picture: TilePicture, region: Rect, size: Size): OffscreenCanvas => {
  const { canvas, context } = canvasOf(size, true);
  context.putImageData(new ImageData(scaleRegion(picture, region, size), size.width, size.height), 0, 0);
  return canvas;
};

const canvasOf = ({ width, height }: Size, alpha: boolean) => {
  const canvas = new OffscreenCanvas(width, height);
  // The pixels come from memory and are written once: a canvas in graphics memory would only add a copy.
  const context = canvas.getContext('2d', { alpha, willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return { canvas, context };
};

const reducedSize = ({ width, height }: Size, ratio: number): Size => ({
  width: Math.max(1, Math.floor(width * ratio)),
  height: Math.max(1, Math.floor(height * ratio)),
});
