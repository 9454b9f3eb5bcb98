import { canvasPixels } from './canvasPixels.ts';
import { framePixels } from './framePixels.ts';
import type { ImageType } from './imageType.ts';
import type { PixelSource } from './pixelSource.ts';
import { webglPixels } from './webglPixels.ts';

/**
 * Decodes a file's first frame, EXIF orientation applied, colours converted to sRGB. Opaque pictures are read through a canvas,
 * which is exact for them; for others the first of three ways that works: ImageDecoder (exact), a WebGL texture (exact), a canvas.
 * Rejects where the browser cannot decode the file.
 */
export const decodePixels = async (file: Blob, type: ImageType, mayHaveAlpha: boolean): Promise<PixelSource> => {
  if (!mayHaveAlpha) return canvasPixels(await createImageBitmap(file), true);
  const frame = await framePixels(await file.arrayBuffer(), type);
  if (frame) return frame;
  const bitmap = await createImageBitmap(file, { premultiplyAlpha: 'none' });
  return webglPixels(bitmap) ?? canvasPixels(bitmap, false);
};
