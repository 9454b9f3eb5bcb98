import type { AxisWeights } from './axisWeights.ts';

/**
 * Pixels mixed along both axes, as flat RGBA with straight alpha; colour is weighed by alpha. `readRow` gives a row of flat RGBA. Each
 * is asked for once, from top to bottom, as long as the windows of `rows` do not go back. Holds a few rows besides the answer.
 */
export const mixRows = (
  readRow: (y: number) => Uint8ClampedArray,
  columns: AxisWeights,
  rows: AxisWeights,
): Uint8ClampedArray<ArrayBuffer> => {
  const width = columns.length;
  const mixed = new Uint8ClampedArray(width * rows.length * 4);
  const sum = new Float32Array(width * 4);
  // Windows of neighbouring rows overlap: what they share is narrowed once.
  const narrowed = new Map<number, Float32Array>();
  const narrowedRow = (y: number): Float32Array => {
    const known = narrowed.get(y);
    if (known) return known;
    const row = narrowRow(readRow(y), columns);
    narrowed.set(y, row);
    return row;
  };
  rows.forEach(({ start, weights }, y) => {
    sum.fill(0);
    weights.forEach((weight, index) => addWeighted(sum, narrowedRow(start + index), weight));
    const next = rows[y + 1]?.start ?? Infinity;
    for (const known of narrowed.keys()) if (known < next) narrowed.delete(known);
    writeStraight(sum, mixed.subarray(y * width * 4, (y + 1) * width * 4));
  });
  return mixed;
};

// Indexes below are bounded by their loops, which run once per source pixel.

/** One row mixed along x: colour multiplied by alpha (0 to 255 * 255) and alpha (0 to 255). */
const narrowRow = (row: Uint8ClampedArray, columns: AxisWeights): Float32Array => {
  const narrow = new Float32Array(columns.length * 4);
  columns.forEach(({ start, weights }, x) => {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    for (let index = 0, at = start * 4; index < weights.length; index++, at += 4) {
      const weight = weights[index]! * row[at + 3]!;
      red += row[at]! * weight;
      green += row[at + 1]! * weight;
      blue += row[at + 2]! * weight;
      alpha += weight;
    }
    narrow[x * 4] = red;
    narrow[x * 4 + 1] = green;
    narrow[x * 4 + 2] = blue;
    narrow[x * 4 + 3] = alpha;
  });
  return narrow;
};

const addWeighted = (sum: Float32Array, row: Float32Array, weight: number): void => {
  for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + row[at]! * weight;
};

/** Weights below 0 can bring alpha below 0: nothing is seen there. */
const writeStraight = (sum: Float32Array, into: Uint8ClampedArray): void => {
  for (let at = 0; at < sum.length; at += 4) {
    const alpha = sum[at + 3]!;
    if (alpha <= 0) continue;
    into[at] = sum[at]! / alpha;
    into[at + 1] = sum[at + 1]! / alpha;
    into[at + 2] = sum[at + 2]! / alpha;
    into[at + 3] = alpha;
  }
};
