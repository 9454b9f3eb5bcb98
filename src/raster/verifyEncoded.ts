import { tileSide } from '../document/tileMask.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { decodePixels } from './decodePixels.ts';
import { EncodeError } from './encodeError.ts';
import { pause } from './pause.ts';
import { readRows, type TilePicture } from './tilePicture.ts';

/** Decodes a written PNG with the browser's decoder, not ours, and compares every pixel. Throws EncodeError where one differs. */
export const verifyPixels = async (file: Blob, picture: TilePicture, signal?: AbortSignal): Promise<void> => {
  const pixels = await decodePixels(file, 'image/png', picture.hasAlpha).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  try {
    if (!sizeEquals(pixels.size, picture.size)) throw wrongSize(pixels.size, picture.size);
    for (let y = 0; y < picture.size.height; y += tileSide) {
      signal?.throwIfAborted();
      const rows = Math.min(tileSide, picture.size.height - y);
      const same = pixels.exact ? areEqual : areEqualWhereOpaque;
      if (!same(await pixels.read(y, rows), readRows(picture, y, rows)))
        throw new EncodeError('unverified', `The saved file was checked and differs from the picture. ${advice}`);
      await pause();
    }
  } finally {
    pixels.close();
  }
};

/** Decodes a written file and compares its size. Throws EncodeError. */
export const verifySize = async (file: Blob, size: Size): Promise<void> => {
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  const decoded = { width: bitmap.width, height: bitmap.height };
  bitmap.close();
  if (!sizeEquals(decoded, size)) throw wrongSize(decoded, size);
};

const advice = 'Try again, or save in another format.';

const unreadable = (cause: unknown): EncodeError =>
  new EncodeError('unverified', `The saved file was checked and could not be read back. ${advice}`, { cause });

const wrongSize = (found: Size, wanted: Size): EncodeError => {
  const told = `${found.width} × ${found.height} px instead of ${wanted.width} × ${wanted.height}`;
  return new EncodeError('unverified', `The saved file was checked and has ${told}. ${advice}`);
};

// Indexes below are bounded by the length: these run once per pixel of the picture.

const areEqual = (a: Uint8ClampedArray<ArrayBuffer>, b: Uint8ClampedArray<ArrayBuffer>): boolean => {
  const left = new Uint32Array(a.buffer);
  const right = new Uint32Array(b.buffer);
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return left.length === right.length;
};

/** For a decoder that keeps colour multiplied by alpha: alpha everywhere, colour only where it is opaque. */
const areEqualWhereOpaque = (a: Uint8ClampedArray, b: Uint8ClampedArray): boolean => {
  for (let at = 0; at < a.length; at += 4) {
    if (a[at + 3] !== b[at + 3]) return false;
    if (a[at + 3] === 255 && (a[at] !== b[at] || a[at + 1] !== b[at + 1] || a[at + 2] !== b[at + 2])) return false;
  }
  return a.length === b.length;
};
