import { startsWith, textAt } from './byteReading.ts';

const signatures: readonly (readonly [format: string, prefix: readonly number[]])[] = [
  ['BMP', [0x42, 0x4d]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['Photoshop', [0x38, 0x42, 0x50, 0x53]],
  ['ICO', [0x00, 0x00, 0x01, 0x00]],
  ['JPEG XL', [0xff, 0x0a]],
  ['JPEG XL', [0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20]],
  ['JPEG 2000', [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20]],
];

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** How far into a text file the <svg> tag is looked for, bytes: comments and a doctype may come first. */
const svgSearch = 4096;

/** What people call a format that we recognise but don't open; null for all else. */
export const foreignFormat = (bytes: Uint8Array): string | null => {
  if (textAt(bytes, 4, 4) === 'ftyp' && heicBrands.includes(textAt(bytes, 8, 4))) return 'HEIC';
  const found = signatures.find(([, prefix]) => startsWith(bytes, prefix));
  if (found) return found[0];
  return /^\uFEFF?\s*<(\?xml|!--|!doctype svg|svg)[^]*?/i.test(head(bytes)) && /<svg[\s>]/i.test(head(bytes))
    ? 'SVG'
    : null;
};

const head = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, svgSearch));
