import type { LevelShape } from './planLevels.ts';

/** Pairs of patches that may be compared exhaustively: about 30 ms of SIMD. */
const greatestPairs = 2e6;

/** Whether every target of the level may be compared with every source. */
export const isSearchedWhole = ({ targets, sources }: LevelShape): boolean =>
  targets.count * sources.count < greatestPairs;

/** The onion peel compares each hole pixel's patch with every n-th source, so that it stays within the budget. */
export const peelStride = ({ holes, sources }: LevelShape): number =>
  Math.max(1, Math.ceil((sources.count * holes.count) / greatestPairs));
