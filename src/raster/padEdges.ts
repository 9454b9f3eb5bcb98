import { sizeEquals, type Size } from '../geometry/size.ts';

/** Flat RGBA enlarged on the right and at the bottom by repeating its last column and row. */
export const padEdges = (
  rgba: Uint8ClampedArray<ArrayBuffer>,
  from: Size,
  to: Size,
): Uint8ClampedArray<ArrayBuffer> => {
  if (sizeEquals(from, to)) return rgba;
  const source = new Uint32Array(rgba.buffer, rgba.byteOffset, from.width * from.height);
  const padded = new Uint32Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const row = source.subarray(Math.min(y, from.height - 1) * from.width).subarray(0, from.width);
    const into = y * to.width;
    padded.set(row, into);
    padded.fill(row[from.width - 1]!, into + from.width, into + to.width);
  }
  return new Uint8ClampedArray(padded.buffer);
};
