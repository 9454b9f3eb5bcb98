import type { Runs } from './runs.ts';

/** The pixel index (y * width + x) of number `ordinal` of the set, 0 <= ordinal < runs.count. */
export const pixelAt = (runs: Runs, ordinal: number): number => {
  const run = lastAtMost(runs.bases, runs.bases.length, ordinal);
  const y = lastAtMost(runs.rows, runs.height, run);
  return y * runs.width + (runs.starts[run] ?? 0) + ordinal - (runs.bases[run] ?? 0);
};

/** The greatest index below `length` whose value is at most `value`; values ascend, the first is at most `value`. */
const lastAtMost = (values: Int32Array, length: number, value: number): number => {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};
