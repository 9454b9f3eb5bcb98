import { buildRuns, type Runs } from './runs.ts';

/** The set at half size: a coarse pixel is in it if all of its up to four children are. */
export const halveRunsInside = (runs: Runs): Runs => {
  const width = (runs.width + 1) >> 1;
  // A run's pixels without half a coarse pixel at its ends; the picture's last column may be a whole one by itself.
  const startOf = (run: number): number => ((runs.starts[run] ?? 0) + 1) >> 1;
  const endOf = (run: number): number => {
    const end = runs.ends[run] ?? 0;
    return end === runs.width ? width : end >> 1;
  };
  return buildRuns(width, (runs.height + 1) >> 1, (y, add) => {
    const upperLast = runs.rows[2 * y + 1] ?? 0;
    let upper = runs.rows[2 * y] ?? 0;
    if (2 * y + 1 === runs.height) {
      for (; upper < upperLast; upper++) add(startOf(upper), endOf(upper));
      return;
    }
    const lowerLast = runs.rows[2 * y + 2] ?? 0;
    let lower = upperLast;
    while (upper < upperLast && lower < lowerLast) {
      add(Math.max(startOf(upper), startOf(lower)), Math.min(endOf(upper), endOf(lower)));
      if (endOf(upper) < endOf(lower)) upper++;
      else lower++;
    }
  });
};
