import { textAt, uint32 } from './byteReading.ts';
import type { ImageHeader } from './imageType.ts';
import { noExif, probeExif } from './probeExif.ts';

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const headerAt = 8;
const headerEnd = 33;
const chunkOverhead = 12;

/** Names as numbers: a file can have millions of chunks, and a string for each would take a second. */
const nameNumber = (name: string): number => uint32(new TextEncoder().encode(name), 0);
const endName = nameNumber('IEND');
const transparencyName = nameNumber('tRNS');
const animationName = nameNumber('acTL');
const exifName = nameNumber('eXIf');

/** Reads a PNG's header and walks its chunks; null where it is damaged. The bytes begin with the signature. */
export const probePng = (bytes: Uint8Array): ImageHeader | null => {
  if (bytes.length < headerEnd || textAt(bytes, headerAt + 4, 4) !== 'IHDR' || uint32(bytes, headerAt) !== 13)
    return null;
  const storedSize = { width: uint32(bytes, headerAt + 8), height: uint32(bytes, headerAt + 12) };
  if (storedSize.width === 0 || storedSize.height === 0) return null;
  const colourType = bytes[headerAt + 17] ?? 0;
  let mayHaveAlpha = colourType === 4 || colourType === 6;
  let animated = false;
  let exif = noExif;
  for (let at = headerAt; at + chunkOverhead <= bytes.length;) {
    const length = uint32(bytes, at);
    const name = uint32(bytes, at + 4);
    if (name === endName) break;
    if (name === transparencyName) mayHaveAlpha = true;
    if (name === animationName) animated = true;
    if (name === exifName) exif = probeExif(bytes.subarray(at + 8, at + 8 + length));
    at += chunkOverhead + length;
  }
  return { type: 'image/png', storedSize, mayHaveAlpha, animated, ...exif };
};
