import type { Level } from './allocate.ts';
import type { StartPlan } from './planStarts.ts';
import { forEachRun } from './runs/runs.ts';
import { solveLevel } from './solveLevel.ts';
import { levelOf, type Workspace } from './workspace.ts';

/** Colour steps: keeps the contrast of a nearly flat picture from deciding. */
const gradientOffset = 3;

/** A solution of one level: enough to go on from it. */
type Solution = {
  /** See `relativeError`. */
  readonly error: number;
  readonly matches: Int32Array;
  readonly weights: Float32Array;
  readonly colours: Int32Array;
};

/**
 * Solves the coarse levels once from each start and keeps the best solution of the level where they are compared. A thin start
 * continues lines, a thick one keeps more texture; which is right depends on the picture.
 */
export const hypotheses = (workspace: Workspace, { starts, compared }: StartPlan): void => {
  const level = levelOf(workspace, compared);
  let best: Solution | null = null;
  for (const start of starts) {
    for (let index = start.level; index >= compared; index--)
      solveLevel(workspace, index, index === start.level ? start.kind : 'coarser');
    if (starts.length === 1) return;
    const error = relativeError(workspace, level);
    if (best === null || error < best.error) best = remember(workspace, level, error);
  }
  if (best) restore(workspace, level, best);
};

/** Mean distance per patch in colour steps; the root keeps a few bad patches from deciding. */
const meanError = ({ memory: { words } }: Workspace, { distances, targets }: Level): number => {
  let sum = 0;
  for (let target = 0; target < targets.count; target++) sum += Math.sqrt((words[(distances >> 2) + target] ?? 0) / 64);
  return sum / targets.count;
};

/**
 * Mean distance in relation to the contrast of what was made up: where little happens a match is easily near, so the plainest
 * solution would always win.
 */
export const relativeError = (workspace: Workspace, level: Level): number =>
  meanError(workspace, level) / Math.sqrt(meanGradient(workspace, level) + gradientOffset);

/** Mean step between neighbouring pixels in the hole, over colours and both directions. Non-null assertions: hot loop, inside by construction. */
const meanGradient = ({ memory: { bytes } }: Workspace, { holes, width, height, pixels }: Level): number => {
  let sum = 0;
  forEachRun(holes, (y, start, end) => {
    for (let x = start; x < end; x++) {
      const here = pixels + 4 * (y * width + x);
      const beside = x + 1 < width ? here + 4 : here - 4;
      const below = y + 1 < height ? here + 4 * width : here - 4 * width;
      for (let channel = 0; channel < 3; channel++) {
        const value = bytes[here + channel]!;
        sum += Math.abs(value - bytes[beside + channel]!) + Math.abs(value - bytes[below + channel]!);
      }
    }
  });
  return sum / (6 * holes.count);
};

const remember = ({ memory: { words, floats } }: Workspace, level: Level, error: number): Solution => {
  const { matches, weights, pixels, targets, holes, width } = level;
  const colours = new Int32Array(holes.count);
  forEachRun(holes, (y, start, end, base) => {
    const row = (pixels >> 2) + y * width;
    colours.set(words.subarray(row + start, row + end), base);
  });
  return {
    error,
    matches: words.slice(matches >> 2, (matches >> 2) + targets.count),
    weights: floats.slice(weights >> 2, (weights >> 2) + targets.count),
    colours,
  };
};

const restore = ({ memory: { words, floats } }: Workspace, level: Level, solution: Solution): void => {
  const { matches, weights, pixels, holes, width } = level;
  words.set(solution.matches, matches >> 2);
  floats.set(solution.weights, weights >> 2);
  forEachRun(holes, (y, start, end, base) => {
    words.set(solution.colours.subarray(base, base + end - start), (pixels >> 2) + y * width + start);
  });
};
