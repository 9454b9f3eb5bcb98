/**
 * A set of pixels of a `width` x `height` grid as runs: for each row the maximal stretches start <= x < end, ascending, not
 * touching. Holes are compact, so this is far smaller than a plane of pixels, and counting or widening costs almost nothing.
 */
export type Runs = {
  readonly width: number;
  readonly height: number;
  /** Row y owns the runs rows[y] <= run < rows[y + 1]. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many pixels the runs before this one hold: pixel x of run r is number bases[r] + x - starts[r] of the set. */
  readonly bases: Int32Array;
  readonly count: number;
};

/** Adds the run start <= x < end to the row being built; starts must come in ascending order, overlapping runs are joined. */
export type AddRun = (start: number, end: number) => void;

/** Builds a set row by row, from the top: `fillRow` adds the runs of row y. Runs are clipped to the grid. */
export const buildRuns = (width: number, height: number, fillRow: (y: number, add: AddRun) => void): Runs => {
  const rows = new Int32Array(height + 1);
  const starts: number[] = [];
  const ends: number[] = [];
  let rowStart = 0;
  const add: AddRun = (from, to) => {
    const start = Math.max(0, from);
    const end = Math.min(width, to);
    if (start >= end) return;
    const last = ends.length - 1;
    const lastEnd = last >= rowStart ? (ends[last] ?? -1) : -1;
    if (lastEnd >= start) ends[last] = Math.max(lastEnd, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let y = 0; y < height; y++) {
    rowStart = starts.length;
    rows[y] = rowStart;
    fillRow(y, add);
  }
  rows[height] = starts.length;
  const bases = new Int32Array(starts.length);
  let count = 0;
  starts.forEach((start, run) => {
    bases[run] = count;
    count += (ends[run] ?? start) - start;
  });
  return { width, height, rows, starts: Int32Array.from(starts), ends: Int32Array.from(ends), bases, count };
};

/** Calls `visit` for every run, row by row. */
export const forEachRun = (runs: Runs, visit: (y: number, start: number, end: number, base: number) => void): void => {
  for (let y = 0; y < runs.height; y++) {
    const last = runs.rows[y + 1] ?? 0;
    for (let run = runs.rows[y] ?? 0; run < last; run++) {
      visit(y, runs.starts[run] ?? 0, runs.ends[run] ?? 0, runs.bases[run] ?? 0);
    }
  }
};
