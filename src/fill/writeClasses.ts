import type { Level } from './allocate.ts';
import { pixelClass } from './pixelClass.ts';
import { forEachRun, type Runs } from './runs/runs.ts';
import { writeRuns } from './runs/writeRuns.ts';
import type { Workspace } from './workspace.ts';

/** Writes what each pixel of a level is, and the run tables for the kernels. */
export const writeClasses = ({ memory: { bytes, words } }: Workspace, level: Level): void => {
  const mark = (runs: Runs, value: number): void =>
    forEachRun(runs, (y, start, end) => {
      const row = level.classes + y * level.width;
      bytes.fill(value, row + start, row + end);
    });
  mark(level.holes, pixelClass.hole);
  mark(level.voids, pixelClass.void);
  // A source's corner is itself a known pixel, so nothing is written over.
  mark(level.sources, pixelClass.sourceCorner);
  writeRuns(words, level.holeTable, level.holes);
  writeRuns(words, level.targetTable, level.targets);
};
