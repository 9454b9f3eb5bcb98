import type { Size } from '../geometry/size.ts';
import { textAt, uint16, uint32 } from './byteReading.ts';
import type { ImageHeader, Orientation } from './imageType.ts';
import { childBoxes, findBox, type Box } from './isoBoxes.ts';
import { noExif, probeExif } from './probeExif.ts';
import { itemBytes } from './avifItem.ts';

/** True where the file type box names AVIF, as a still picture or as a sequence. */
export const isAvif = (bytes: Uint8Array): boolean => {
  if (textAt(bytes, 4, 4) !== 'ftyp') return false;
  const length = Math.min(uint32(bytes, 0), bytes.length, 1024);
  for (let at = 8; at + 4 <= length; at += 4)
    if (at !== 12 && ['avif', 'avis'].includes(textAt(bytes, at, 4))) return true;
  return false;
};

/** Reads an AVIF's primary item: size, rotation, alpha, EXIF position; null where it is damaged. */
export const probeAvif = (bytes: Uint8Array): ImageHeader | null => {
  const boxes = childBoxes(bytes, 0);
  const meta = findBox(boxes, 'meta');
  if (!meta) return null;
  const inside = childBoxes(meta.content, 4);
  const properties = findBox(inside, 'iprp');
  const container = properties && findBox(childBoxes(properties.content, 0), 'ipco');
  if (!properties || !container) return null;
  const all = childBoxes(container.content, 0);
  const own = propertiesOfItem(childBoxes(properties.content, 0), all, primaryItem(inside));
  const storedSize = largestExtent(own.some((box) => box.name === 'ispe') ? own : all);
  if (!storedSize || storedSize.width === 0 || storedSize.height === 0) return null;
  const exifItem = itemBytes(bytes, inside, 'Exif');
  return {
    type: 'image/avif',
    storedSize,
    orientation: orientationOf(own),
    mayHaveAlpha: all.some(isAlpha) || textAt(bytes, 8, 4) === 'avis',
    animated: textAt(bytes, 8, 4) === 'avis',
    // The item begins with the distance to the TIFF block. Its orientation is ignored by rule: irot and imir tell it.
    hasLocation: (exifItem ? probeExif(exifItem.subarray(4 + uint32(exifItem, 0))) : noExif).hasLocation,
  };
};

const primaryItem = (boxes: readonly Box[]): number => {
  const content = findBox(boxes, 'pitm')?.content;
  if (!content) return -1;
  return content[0] === 0 ? uint16(content, 4) : uint32(content, 4);
};

const largestExtent = (boxes: readonly Box[]): Size | null => {
  let largest: Size | null = null;
  for (const { name, content } of boxes) {
    if (name !== 'ispe' || content.length < 12) continue;
    const size = { width: uint32(content, 4), height: uint32(content, 8) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
};

const isAlpha = ({ name, content }: Box): boolean =>
  name === 'auxC' && /alpha|auxid:1/.test(textAt(content, 4, Math.min(content.length, 80)));

/** Follows the item property associations (ipma) of one item. */
const propertiesOfItem = (boxes: readonly Box[], all: readonly Box[], item: number): readonly Box[] => {
  const content = findBox(boxes, 'ipma')?.content;
  if (!content) return [];
  const wideIds = (content[0] ?? 0) > 0;
  const wideIndexes = ((content[3] ?? 0) & 1) === 1;
  let at = 8;
  for (let entries = uint32(content, 4); entries > 0 && at < content.length; entries--) {
    const id = wideIds ? uint32(content, at) : uint16(content, at);
    at += wideIds ? 4 : 2;
    const count = content[at++] ?? 0;
    const indexes = Array.from({ length: count }, (_, index) =>
      wideIndexes ? uint16(content, at + 2 * index) & 0x7fff : (content[at + index] ?? 0) & 0x7f,
    );
    if (id === item) return indexes.flatMap((index) => all[index - 1] ?? []);
    at += count * (wideIndexes ? 2 : 1);
  }
  return [];
};

/** EXIF's number for `irot` (quarter turns anticlockwise) alone, then with `imir` (0 exchanges top and bottom, 1 left and right). */
const turned = [1, 8, 3, 6] as const;
const turnedAndMirrored = [
  [4, 5, 2, 7],
  [2, 7, 4, 5],
] as const;

const orientationOf = (own: readonly Box[]): Orientation => {
  const turn = ((findBox(own, 'irot')?.content[0] ?? 0) & 3) as 0 | 1 | 2 | 3;
  const mirror = findBox(own, 'imir')?.content[0];
  return mirror === undefined ? turned[turn] : turnedAndMirrored[(mirror & 1) as 0 | 1][turn];
};
