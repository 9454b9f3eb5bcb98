import type { PixelSource } from './pixelSource.ts';

/** Rows of the canvas that a bitmap is drawn through: high enough for few draws, far below the picture's size. */
const bandRows = 1024;

/** Reads an opaque bitmap through a canvas of the bitmap's width. Colours of pixels with alpha below 255 are not exact. */
export const canvasPixels = (bitmap: ImageBitmap, opaque: boolean): PixelSource => {
  const size = { width: bitmap.width, height: bitmap.height };
  const canvas = new OffscreenCanvas(size.width, Math.min(size.height, bandRows));
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: !opaque });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  context.globalCompositeOperation = 'copy';
  let drawnFrom = -1;
  return {
    size,
    exact: opaque,
    read(y, rows) {
      const from = Math.floor(y / bandRows) * bandRows;
      if (y + rows > Math.min(from + bandRows, size.height)) throw new RangeError('The rows cross a band.');
      if (from !== drawnFrom) context.drawImage(bitmap, 0, -from);
      drawnFrom = from;
      return context.getImageData(0, y - from, size.width, rows).data;
    },
    close() {
      bitmap.close();
      canvas.width = 0;
    },
  };
};
