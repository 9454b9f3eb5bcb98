import { mergeRuns } from './mergeRuns.ts';
import type { Runs } from './runs.ts';

/** The pixels that are in either set; both of the same size. */
export const unionRuns = (a: Runs, b: Runs): Runs => {
  if (b.count === 0) return a;
  if (a.count === 0) return b;
  return mergeRuns(
    a.width,
    a.height,
    (y) => [
      { runs: a, y },
      { runs: b, y },
    ],
    (start, end) => [start, end],
  );
};
