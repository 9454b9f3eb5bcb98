import type { Level } from './allocate.ts';
import { randomBelow } from './random.ts';
import { pixelAt } from './runs/pixelAt.ts';
import { peelStride } from './searchBudget.ts';
import type { Workspace } from './workspace.ts';

/** Writes a random one out of every n sources (int32 pixel indices), n by the budget of a peel; answers how many. */
export const writeSourceSample = ({ memory, random }: Workspace, level: Level, address: number): number => {
  const stride = peelStride(level);
  const { sources } = level;
  let count = 0;
  for (let first = 0; first < sources.count; first += stride) {
    const ordinal = first + randomBelow(random, Math.min(stride, sources.count - first));
    memory.words[(address >> 2) + count++] = pixelAt(sources, ordinal);
  }
  return count;
};
