import type { Size } from '../geometry/size.ts';
import { startsWith, textAt, uint16Little, uint24Little, uint32Little } from './byteReading.ts';
import type { ImageHeader } from './imageType.ts';
import { noExif, probeExif } from './probeExif.ts';

const firstChunkAt = 12;
const chunkHeader = 8;
const animationFlag = 0x02;
const alphaFlag = 0x10;

type Frame = { readonly size: Size; readonly alpha: boolean; readonly animated: boolean };

/** Reads a WebP's first chunk (simple lossy, simple lossless or extended) and its EXIF; null where it is damaged. */
export const probeWebp = (bytes: Uint8Array): ImageHeader | null => {
  const frame = frameOf(textAt(bytes, firstChunkAt, 4), bytes.subarray(firstChunkAt + chunkHeader));
  if (!frame || frame.size.width === 0 || frame.size.height === 0) return null;
  let exif = noExif;
  for (let at = firstChunkAt; at + chunkHeader <= bytes.length;) {
    const length = uint32Little(bytes, at + 4);
    if (textAt(bytes, at, 4) === 'EXIF')
      exif = probeExif(tiffOf(bytes.subarray(at + chunkHeader, at + chunkHeader + length)));
    at += chunkHeader + length + (length % 2);
  }
  return { type: 'image/webp', storedSize: frame.size, mayHaveAlpha: frame.alpha, animated: frame.animated, ...exif };
};

const frameOf = (name: string, chunk: Uint8Array): Frame | null => {
  if (name === 'VP8X' && chunk.length >= 10) {
    const flags = chunk[0] ?? 0;
    const size = { width: uint24Little(chunk, 4) + 1, height: uint24Little(chunk, 7) + 1 };
    return { size, alpha: (flags & alphaFlag) !== 0, animated: (flags & animationFlag) !== 0 };
  }
  if (name === 'VP8L' && chunk.length >= 5 && chunk[0] === 0x2f) {
    const bits = uint32Little(chunk, 1);
    const size = { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    return { size, alpha: ((bits >>> 28) & 1) === 1, animated: false };
  }
  if (name === 'VP8 ' && chunk.length >= 10 && startsWith(chunk.subarray(3), [0x9d, 0x01, 0x2a])) {
    const size = { width: uint16Little(chunk, 6) & 0x3fff, height: uint16Little(chunk, 8) & 0x3fff };
    return { size, alpha: false, animated: false };
  }
  return null;
};

/** Some writers keep JPEG's "Exif\0\0" before the TIFF block. */
const tiffOf = (chunk: Uint8Array): Uint8Array => (textAt(chunk, 0, 6) === 'Exif\0\0' ? chunk.subarray(6) : chunk);
