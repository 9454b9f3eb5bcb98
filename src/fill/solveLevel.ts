import type { Level } from './allocate.ts';
import { onionPeel } from './onionPeel.ts';
import type { LevelShape } from './planLevels.ts';
import type { StartKind } from './planStarts.ts';
import { randomBelow } from './random.ts';
import { pixelAt } from './runs/pixelAt.ts';
import { forEachRun } from './runs/runs.ts';
import { isSearchedWhole } from './searchBudget.ts';
import { structurePeel } from './structurePeel.ts';
import { upsampleMatches } from './upsampleMatches.ts';
import { levelOf, type Workspace } from './workspace.ts';

/** A patch's pixels x colour steps squared: matches this much off count half in a vote. */
const tolerance = 64 * 50;
/** Matches this near are not searched further: about 1.4 steps per channel. */
const goodEnough = 64 * 2;
/** Mean change of green in a pass below which a level has settled. */
const settledChange = 0.15;
const manyTargets = 600_000;
const sweepsPerPass = 2;
/** px at the finest level, doubling with each coarser one. */
const finestRadius = 16;
const manyTargetsRadius = 8;

/** The part of a patch that votes, as first and last offset. The inner part keeps the finest level sharp. */
const wholePatch = [0, 7] as const;
const finestPart = [1, 6] as const;
export const innerPart = [2, 5] as const;

/** How often a level is searched and voted: often where it is small, for there the structure is decided. */
export const passesOf = (level: LevelShape, index: number, levelCount: number): number => {
  const { count } = level.targets;
  if (index === 0) return count > manyTargets && levelCount > 2 ? 1 : 2;
  return Math.min(20, Math.round(1.5 + 500 / Math.sqrt(count)));
};

/**
 * Expectation maximisation on one level: find the best source for every patch, let the patches vote for the colours, repeat.
 * `from` says where the first colours come from: one of the peels, or the next coarser level.
 */
export const solveLevel = (workspace: Workspace, index: number, from: StartKind | 'coarser'): void => {
  const { kernels, trust, shifts } = workspace;
  const level = levelOf(workspace, index);
  const { width, height, pixels, holeTable, targetTable, matches, distances, weights, depths, targets } = level;
  const { rows, runs } = targetTable;
  const measure = () => kernels.measureMatches(pixels, width, height, rows, runs, matches, distances);
  const voteOver = ([first, last]: readonly [number, number]) =>
    kernels.vote(
      pixels,
      width,
      height,
      holeTable.rows,
      holeTable.runs,
      rows,
      runs,
      matches,
      weights,
      first,
      last,
      shifts,
    );

  if (from !== 'coarser') {
    if (from === 'lines') structurePeel(workspace, level);
    else onionPeel(workspace, level);
    matchAtRandom(workspace, level);
  } else {
    upsampleMatches(workspace, levelOf(workspace, index + 1), level);
    voteOver(innerPart);
  }
  measure();

  const passes = passesOf(level, index, workspace.levels.length);
  const radius = searchRadius(level, index, from);
  const power = index <= 1 ? 2 : 1;
  for (let pass = 0; pass < passes; pass++) {
    if (pass === 0 && isSearchedWhole(level)) searchWhole(workspace, level);
    else sweep(workspace, level, radius);
    kernels.weighMatches(distances, depths, trust, weights, targets.count, tolerance, power);
    workspace.worked(index, targets.count);
    // The finest level ends with the labels, which are taken from these matches and weights.
    if (index === 0 && pass === passes - 1) return;
    const change = voteOver(index === 0 ? finestPart : wholePatch) / level.holes.count;
    measure();
    if (change < settledChange && pass > 0) return;
  }
};

const searchRadius = (level: Level, index: number, from: StartKind | 'coarser'): number => {
  const longerSide = Math.max(level.width, level.height);
  if (from !== 'coarser') return longerSide;
  const radius = finestRadius << Math.min(index, 4);
  return Math.min(longerSide, radius, level.targets.count > manyTargets ? manyTargetsRadius : Infinity);
};

const matchAtRandom = ({ memory: { words }, random }: Workspace, { matches, targets, sources }: Level): void => {
  for (let target = 0; target < targets.count; target++) {
    words[(matches >> 2) + target] = pixelAt(sources, randomBelow(random, sources.count));
  }
};

const searchWhole = ({ kernels, memory: { words }, scratch }: Workspace, level: Level): void => {
  const { pixels, width, height, targetTable, matches, distances, sources } = level;
  let at = scratch >> 2;
  forEachRun(sources, (y, start, end) => {
    for (let pixel = y * width + start; pixel < y * width + end; pixel++) words[at++] = pixel;
  });
  const { rows, runs } = targetTable;
  kernels.searchAll(pixels, width, height, rows, runs, matches, distances, scratch, sources.count);
};

const sweep = ({ kernels, random }: Workspace, level: Level, radius: number): void => {
  const { pixels, classes, width, height, targetTable, matches, distances } = level;
  for (let turn = 0; turn < sweepsPerPass; turn++) {
    random.state =
      kernels.sweepMatches(
        pixels,
        classes,
        width,
        height,
        targetTable.rows,
        targetTable.runs,
        matches,
        distances,
        turn % 2 === 0 ? 1 : -1,
        radius,
        random.state,
        goodEnough,
      ) | 0;
  }
};
