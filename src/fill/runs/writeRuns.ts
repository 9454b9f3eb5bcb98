import type { Runs } from './runs.ts';

/** Where a run table lies in the job's memory: `rows` as in Runs, `runs` as (start, end, base) triples, int32 each. */
export type RunTable = { readonly rows: number; readonly runs: number };

export const runTableBytes = (runs: Runs): { readonly rows: number; readonly runs: number } => ({
  rows: 4 * (runs.height + 1),
  runs: 12 * runs.starts.length,
});

/** Copies a set into the memory for the kernels. */
export const writeRuns = (words: Int32Array, table: RunTable, runs: Runs): void => {
  words.set(runs.rows, table.rows >> 2);
  let at = table.runs >> 2;
  for (let run = 0; run < runs.starts.length; run++) {
    words[at++] = runs.starts[run] ?? 0;
    words[at++] = runs.ends[run] ?? 0;
    words[at++] = runs.bases[run] ?? 0;
  }
};
