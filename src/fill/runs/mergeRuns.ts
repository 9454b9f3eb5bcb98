import { buildRuns, type Runs } from './runs.ts';

/** One row of a set. */
export type RowOfRuns = { readonly runs: Runs; readonly y: number };

/**
 * Builds a set whose row y is the union of the rows that `rowsOf(y)` names (those outside their set count as empty), after each
 * run has been changed by `reshape`, which must keep the order of starts.
 */
export const mergeRuns = (
  width: number,
  height: number,
  rowsOf: (y: number) => readonly RowOfRuns[],
  reshape: (start: number, end: number) => readonly [start: number, end: number],
): Runs =>
  buildRuns(width, height, (y, add) => {
    const cursors = rowsOf(y)
      .filter(({ runs, y: row }) => row >= 0 && row < runs.height)
      .map(({ runs, y: row }) => ({ runs, run: runs.rows[row] ?? 0, last: runs.rows[row + 1] ?? 0 }))
      .filter(({ run, last }) => run < last);
    while (cursors.length > 0) {
      let first = 0;
      let firstStart = Infinity;
      cursors.forEach(({ runs, run }, index) => {
        const start = runs.starts[run] ?? 0;
        if (start < firstStart) [first, firstStart] = [index, start];
      });
      const cursor = cursors[first];
      if (!cursor) return;
      add(...reshape(firstStart, cursor.runs.ends[cursor.run] ?? 0));
      cursor.run++;
      if (cursor.run === cursor.last) cursors.splice(first, 1);
    }
  });
