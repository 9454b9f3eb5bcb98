import { mergeRuns } from './mergeRuns.ts';
import type { Runs } from './runs.ts';

/** The set at half size: a coarse pixel is in it if any of its up to four children is. */
export const halveRuns = (runs: Runs): Runs =>
  mergeRuns(
    (runs.width + 1) >> 1,
    (runs.height + 1) >> 1,
    (y) => [
      { runs, y: 2 * y },
      { runs, y: 2 * y + 1 },
    ],
    (start, end) => [start >> 1, (end + 1) >> 1],
  );
