import { textAt, uint32 } from './byteReading.ts';

/** One box of the ISO base media format: its four-letter name and what is in it. */
export type Box = { readonly name: string; readonly content: Uint8Array };

/** More boxes than any still picture has on one level: damaged files with endless tiny boxes stop here. */
const boxLimit = 4096;

/** The boxes that follow each other from `start`; stops at the first that does not fit. */
export const childBoxes = (bytes: Uint8Array, start: number): readonly Box[] => {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= bytes.length && boxes.length < boxLimit;) {
    const told = uint32(bytes, at);
    // Length 1 announces a 64-bit length, 0 the rest of the file.
    const header = told === 1 ? 16 : 8;
    const length =
      told === 0 ? bytes.length - at : told === 1 ? uint32(bytes, at + 8) * 2 ** 32 + uint32(bytes, at + 12) : told;
    if (length < header || at + header > bytes.length) break;
    boxes.push({ name: textAt(bytes, at + 4, 4), content: bytes.subarray(at + header, at + length) });
    at += length;
  }
  return boxes;
};

export const findBox = (boxes: readonly Box[], name: string): Box | undefined => boxes.find((box) => box.name === name);
