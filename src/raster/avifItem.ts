import { textAt, uint16, uint32 } from './byteReading.ts';
import { childBoxes, findBox, type Box } from './isoBoxes.ts';

/** The bytes of the first item of a four-letter type in an AVIF file (kept in one piece, at a place in the file), or null. */
export const itemBytes = (file: Uint8Array, meta: readonly Box[], type: string): Uint8Array | null => {
  const infos = findBox(meta, 'iinf')?.content;
  const places = findBox(meta, 'iloc')?.content;
  if (!infos || !places) return null;
  const item = childBoxes(infos, infos[0] === 0 ? 6 : 8).find(
    ({ name, content }) => name === 'infe' && textAt(content, (content[0] ?? 0) >= 3 ? 10 : 8, 4) === type,
  );
  if (!item) return null;
  const id = (item.content[0] ?? 0) >= 3 ? uint32(item.content, 4) : uint16(item.content, 4);
  const place = placeOf(places, id);
  return place && file.subarray(place.offset, place.offset + place.length);
};

type Place = { readonly offset: number; readonly length: number };

/** Walks the item location box, whose fields have the widths that its first bytes tell. */
const placeOf = (iloc: Uint8Array, wanted: number): Place | null => {
  const version = iloc[0] ?? 0;
  const offsetWidth = (iloc[4] ?? 0) >> 4;
  const lengthWidth = (iloc[4] ?? 0) & 15;
  const baseWidth = (iloc[5] ?? 0) >> 4;
  const indexWidth = version === 0 ? 0 : (iloc[5] ?? 0) & 15;
  const idWidth = version < 2 ? 2 : 4;
  let at = 6;
  const number = (width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index++) value = value * 256 + (iloc[at + index] ?? 0);
    at += width;
    return value;
  };
  for (let items = number(idWidth); items > 0 && at < iloc.length; items--) {
    const id = number(idWidth);
    const inFile = version === 0 || (number(2) & 15) === 0;
    at += 2;
    const base = number(baseWidth);
    const extents = number(2);
    const first = at;
    if (id === wanted) {
      at += indexWidth;
      const offset = base + number(offsetWidth);
      return inFile && extents === 1 ? { offset, length: number(lengthWidth) } : null;
    }
    at = first + extents * (indexWidth + offsetWidth + lengthWidth);
  }
  return null;
};
