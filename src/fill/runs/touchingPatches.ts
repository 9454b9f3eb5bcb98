import { patchSide } from '../patchSide.ts';
import { mergeRuns } from './mergeRuns.ts';
import type { Runs } from './runs.ts';

const offsets = Array.from({ length: patchSide }, (_, offset) => offset);

/** The top left pixels of all patches inside the grid that hold at least one pixel of the set. */
export const touchingPatches = (runs: Runs): Runs => {
  const lastX = runs.width - patchSide;
  const lastY = runs.height - patchSide;
  return mergeRuns(
    runs.width,
    runs.height,
    (y) => (y > lastY ? [] : offsets.map((offset) => ({ runs, y: y + offset }))),
    (start, end) => [Math.max(0, start - patchSide + 1), Math.min(end, lastX + 1)],
  );
};
