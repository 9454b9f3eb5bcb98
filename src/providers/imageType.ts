export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** What kind of picture these bytes are, by their first bytes; null for anything else. Names and headers are not believed. */
export const imageType = (bytes: Uint8Array): ImageType | null => {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'image/gif';
  if (ascii(bytes, 4, 12) === 'ftypavif' || ascii(bytes, 4, 12) === 'ftypavis') return 'image/avif';
  return null;
};

/** Whether the file ends where its format says: a picture cut off on the way may still decode, with grey where the rest was. */
export const isWhole = (bytes: Uint8Array, type: ImageType): boolean => {
  switch (type) {
    case 'image/png':
      return endsWithIend(bytes);
    case 'image/jpeg':
      return hasEndMarker(bytes);
    case 'image/webp':
      return bytes.length >= 12 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length;
    case 'image/gif':
    case 'image/avif':
      return true;
  }
};

const endsWithIend = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    if (ascii(bytes, at + 4, at + 8) === 'IEND') return true;
    at += 12 + view.getUint32(at);
  }
  return false;
};

/** Some writers put data after the picture, but never this much. */
const JPEG_TAIL = 65_536;

const hasEndMarker = (bytes: Uint8Array): boolean => {
  const first = Math.max(0, bytes.length - JPEG_TAIL);
  for (let at = bytes.length - 2; at >= first; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
};
