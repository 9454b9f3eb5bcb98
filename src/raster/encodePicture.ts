import type { Size } from '../geometry/size.ts';
import { dropAlpha, onWhite } from './dropAlpha.ts';
import { EncodeError } from './encodeError.ts';
import { pause } from './pause.ts';
import { readRows, type TilePicture } from './tilePicture.ts';
import { verifyPixels, verifySize } from './verifyEncoded.ts';
import { writePng, type WriteOptions } from './writePng.ts';

type SaveType = 'image/png' | 'image/jpeg' | 'image/webp';

/** `quality` from 0 to 1 counts for JPEG and WebP; PNG loses nothing. */
export type SaveFormat = { readonly type: SaveType; readonly quality: number };

/** The part of the progress that writing takes; checking takes the rest. */
const writingShare = 0.8;

/**
 * Encodes a picture at full size and decodes the file again before handing it out: a PNG must give every pixel back, the others
 * the size. JPEG shows transparency on white. Throws EncodeError, or the signal's reason.
 */
export const encodePicture = async (
  picture: TilePicture,
  format: SaveFormat,
  { signal, onProgress }: WriteOptions = {},
): Promise<Blob> => {
  const options = {
    ...(signal && { signal }),
    onProgress: (fraction: number) => onProgress?.(fraction * writingShare),
  };
  if (format.type === 'image/png') {
    const file = await writePicturePng(picture, options);
    await verifyPixels(file, picture, signal);
    onProgress?.(1);
    return file;
  }
  const file = await writeThroughCanvas(picture, format.type, format.quality, options);
  await verifySize(file, picture.size);
  onProgress?.(1);
  return file;
};

const writePicturePng = (picture: TilePicture, options: WriteOptions): Promise<Blob> => {
  const channels = picture.hasAlpha ? 4 : 3;
  const rows = (y: number, count: number) => readRows(picture, y, count);
  return writePng(
    { size: picture.size, channels, readRows: picture.hasAlpha ? rows : (y, count) => dropAlpha(rows(y, count)) },
    options,
  );
};

const names = { 'image/jpeg': 'JPEG', 'image/webp': 'WebP' } as const;
const longestSides = { 'image/jpeg': 65535, 'image/webp': 16383 } as const;
const bandRows = 256;

const writeThroughCanvas = async (
  picture: TilePicture,
  type: keyof typeof names,
  quality: number,
  { signal, onProgress }: WriteOptions,
): Promise<Blob> => {
  const { width, height } = picture.size;
  if (Math.max(width, height) > longestSides[type])
    throw new EncodeError(
      'too-large',
      `${names[type]} files have at most ${longestSides[type]} px on a side. Save as PNG.`,
    );
  const opaque = type === 'image/jpeg' || !picture.hasAlpha;
  const context = contextOf(picture.size, opaque, names[type]);
  for (let y = 0; y < height; y += bandRows) {
    signal?.throwIfAborted();
    const rows = readRows(picture, y, Math.min(bandRows, height - y));
    context.putImageData(new ImageData(opaque && picture.hasAlpha ? onWhite(rows) : rows, width), 0, y);
    onProgress?.((0.5 * (y + bandRows)) / (height + bandRows));
    await pause();
  }
  const file = await context.canvas.convertToBlob({ type, quality }).catch((cause: unknown) => {
    throw tooLarge(names[type], cause);
  });
  context.canvas.width = 0;
  signal?.throwIfAborted();
  if (file.type !== type)
    throw new EncodeError('unsupported', `This browser can’t write ${names[type]} files. Save as PNG.`);
  onProgress?.(1);
  return file;
};

const contextOf = ({ width, height }: Size, opaque: boolean, name: string): OffscreenCanvasRenderingContext2D => {
  try {
    const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: !opaque, willReadFrequently: true });
    if (context) return context;
  } catch (cause) {
    throw tooLarge(name, cause);
  }
  throw tooLarge(name);
};

const tooLarge = (what: string, cause?: unknown): EncodeError =>
  new EncodeError('too-large', `This picture is too large for this browser’s ${what} writer. Save as PNG.`, { cause });
