import type { Allocation, Level } from './allocate.ts';
import type { Kernels } from './kernels/kernels.ts';
import type { MemoryViews } from './memoryViews.ts';
import type { Random } from './random.ts';

/** What all steps of one job work on. */
export type Workspace = Allocation & {
  readonly memory: MemoryViews;
  readonly kernels: Kernels;
  readonly random: Random;
  /** Called after a piece of work; the unit is one pass over one target patch, about 0.2 microseconds of SIMD. */
  readonly worked: (level: number, work: number) => void;
};

export const levelOf = (workspace: Workspace, index: number): Level => {
  const level = workspace.levels[index];
  if (!level) throw new RangeError(`The pyramid has no level ${index}.`);
  return level;
};
