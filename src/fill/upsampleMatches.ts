import type { Level } from './allocate.ts';
import { patchSide } from './patchSide.ts';
import { pixelClass } from './pixelClass.ts';
import { randomBelow } from './random.ts';
import { pixelAt } from './runs/pixelAt.ts';
import type { Workspace } from './workspace.ts';

/** px: a match that is no source at the finer level is replaced by a source this near. */
const searchReach = 2;
/** px: a patch without parent starts with the nearest source up to this far, else with any. */
const nearReach = 32;

/**
 * Carries the matches and weights of a level to the next finer one: a patch takes its parent's match, twice as far. The picture
 * is not enlarged but voted anew from the fine sources, so it stays sharp.
 * Non-null assertions: hot loop over addresses that are inside the memory by construction.
 */
export const upsampleMatches = (workspace: Workspace, coarse: Level, fine: Level): void => {
  const { words, floats } = workspace.memory;
  const { targets } = fine;
  for (let y = 0; y < targets.height; y++) {
    const parentY = Math.min(y >> 1, coarse.height - patchSide);
    let parentRun = coarse.targets.rows[parentY] ?? 0;
    const lastParentRun = coarse.targets.rows[parentY + 1]!;
    const lastRun = targets.rows[y + 1]!;
    for (let run = targets.rows[y]!; run < lastRun; run++) {
      const start = targets.starts[run]!;
      const end = targets.ends[run]!;
      const base = targets.bases[run]!;
      for (let x = start; x < end; x++) {
        const parentX = Math.min(x >> 1, coarse.width - patchSide);
        const target = base + x - start;
        while (parentRun < lastParentRun && coarse.targets.ends[parentRun]! <= parentX) parentRun++;
        if (parentRun === lastParentRun || coarse.targets.starts[parentRun]! > parentX) {
          // The parent is wholly known: this patch only touches the hole, so what lies beside it is like it.
          const besideLeft = x > start ? words[(fine.matches >> 2) + target - 1]! + 1 : -1;
          words[(fine.matches >> 2) + target] = isSourceAt(workspace, fine, besideLeft)
            ? besideLeft
            : nearestSource(workspace, fine, x, y);
          floats[(fine.weights >> 2) + target] = 1;
          continue;
        }
        const parent = coarse.targets.bases[parentRun]! + parentX - coarse.targets.starts[parentRun]!;
        const match = words[(coarse.matches >> 2) + parent]!;
        const matchY = Math.floor(match / coarse.width);
        const matchX = match - matchY * coarse.width;
        words[(fine.matches >> 2) + target] = sourceNear(
          workspace,
          fine,
          2 * matchX + x - 2 * parentX,
          2 * matchY + y - 2 * parentY,
        );
        floats[(fine.weights >> 2) + target] = floats[(coarse.weights >> 2) + parent]!;
      }
    }
  }
};

const isSourceAt = ({ memory: { bytes } }: Workspace, { classes }: Level, pixel: number): boolean =>
  pixel >= 0 && (bytes[classes + pixel]! & pixelClass.sourceCorner) !== 0;

/** The pixel index of the source nearest to (x, y), looked for in growing squares. */
const nearestSource = (workspace: Workspace, level: Level, x: number, y: number): number => {
  const { width, height, sources } = level;
  for (let reach = 1; reach <= nearReach; reach++) {
    for (let step = 0; step < 8 * reach; step++) {
      const side = Math.floor(step / (2 * reach));
      const along = (step % (2 * reach)) - reach;
      const column = x + (side === 0 ? along : side === 1 ? reach : side === 2 ? -along : -reach);
      const row = y + (side === 0 ? -reach : side === 1 ? along : side === 2 ? reach : -along);
      const isInside = column >= 0 && row >= 0 && column <= width - patchSide && row <= height - patchSide;
      if (isInside && isSourceAt(workspace, level, row * width + column)) return row * width + column;
    }
  }
  return pixelAt(sources, randomBelow(workspace.random, sources.count));
};

/** The pixel index of the source at or near (x, y), or of any source where there is none near. */
const sourceNear = ({ memory: { bytes }, random }: Workspace, level: Level, x: number, y: number): number => {
  const { width, height, classes, sources } = level;
  const isSource = (column: number, row: number): boolean =>
    column >= 0 &&
    row >= 0 &&
    column <= width - patchSide &&
    row <= height - patchSide &&
    (bytes[classes + row * width + column]! & pixelClass.sourceCorner) !== 0;

  if (isSource(x, y)) return y * width + x;
  const nearX = Math.min(Math.max(x, 0), width - patchSide);
  const nearY = Math.min(Math.max(y, 0), height - patchSide);
  for (let row = nearY - searchReach; row <= nearY + searchReach; row++) {
    for (let column = nearX - searchReach; column <= nearX + searchReach; column++) {
      if (isSource(column, row)) return row * width + column;
    }
  }
  return pixelAt(sources, randomBelow(random, sources.count));
};
