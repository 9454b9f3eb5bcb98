import type { Size } from '../geometry/size.ts';
import type { FillProgress } from './fillJob.ts';
import type { LevelShape } from './planLevels.ts';
import type { StartPlan } from './planStarts.ts';
import { passesOf } from './solveLevel.ts';

/** Costs in units of one pass over one target patch. */
const costs = {
  preparedPixel: 0.3,
  start: 400_000,
  blendedPixel: 1.2,
};

export type Progress = {
  readonly prepared: () => void;
  readonly worked: (level: number, work: number) => void;
  readonly finished: () => void;
};

/** Turns finished pieces of work into a fraction that only rises. Levels that settle early make it jump. */
export const progressOf = (
  levels: readonly LevelShape[],
  { starts, compared }: StartPlan,
  region: Size,
  report: (progress: FillProgress) => void = () => {},
): Progress => {
  const costOf = (index: number): number => {
    const level = levels[index];
    return level ? level.targets.count * passesOf(level, index, levels.length) : 0;
  };
  const costFrom = (start: number, end: number): number => {
    let cost = 0;
    for (let index = start; index >= end; index--) cost += costOf(index);
    return cost;
  };
  const preparation = costs.preparedPixel * region.width * region.height;
  const exploration = starts.reduce((cost, start) => cost + costs.start + costFrom(start.level, compared), 0);
  const blend = costs.blendedPixel * (levels[0]?.holes.count ?? 0);
  const total = preparation + exploration + costFrom(compared - 1, 0) + blend;

  let fraction = 0;
  let done = 0;
  const tell = (level: number): void => {
    fraction = Math.max(fraction, Math.min(1, done / total));
    report({ fraction, level: levels.length - level, levels: levels.length });
  };
  let finestReached = levels.length;
  return {
    prepared() {
      done = preparation;
      tell(levels.length - 1);
    },
    worked(level, work) {
      // What the coarser levels saved by settling early counts as done when the first level below them is reached.
      if (level < finestReached && level < compared)
        done = Math.max(done, preparation + exploration + costFrom(compared - 1, level + 1));
      finestReached = Math.min(finestReached, level);
      done += work;
      tell(level);
    },
    finished() {
      done = total;
      tell(0);
    },
  };
};
