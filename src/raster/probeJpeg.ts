import { textAt, uint16 } from './byteReading.ts';
import type { ImageHeader } from './imageType.ts';
import { noExif, probeExif } from './probeExif.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;
const exifSegment = 0xe1;
const exifMark = 'Exif\0\0';

/** Walks a JPEG's segments up to its first scan; null where there is no frame header. The bytes begin with FF D8. */
export const probeJpeg = (bytes: Uint8Array): ImageHeader | null => {
  let storedSize = null;
  let exif = noExif;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === startOfScan || marker === endOfImage) break;
    const length = uint16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (isFrameHeader(marker)) storedSize = { width: uint16(bytes, at + 7), height: uint16(bytes, at + 5) };
    // The first EXIF block counts: later APP1 segments hold XMP or a second, contradicting block.
    if (marker === exifSegment && exif === noExif && textAt(bytes, at + 4, exifMark.length) === exifMark)
      exif = probeExif(bytes.subarray(at + 10, at + 2 + length));
    at += 2 + length;
  }
  if (!storedSize || storedSize.width === 0 || storedSize.height === 0) return null;
  return { type: 'image/jpeg', storedSize, mayHaveAlpha: false, animated: false, ...exif };
};

/** Markers that stand alone: TEM, restarts, a repeated start of image. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** SOF0-SOF15 but for the three numbers in that row which mean tables. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
