import type { Rect } from '../geometry/rect.ts';
import type { FillJob } from './fillJob.ts';
import { buildRuns, type Runs } from './runs/runs.ts';

export type ScannedRegion = {
  /** The hole's pixels, relative to the region. */
  readonly holes: Runs;
  /** Known pixels that are fully transparent. */
  readonly voids: Runs;
  /** Whether every known pixel is fully opaque. */
  readonly isOpaque: boolean;
};

/** Finds the hole and the transparent pixels of one part of the job. */
export const scanRegion = ({ pixels, hole, width }: FillJob, region: Rect): ScannedRegion => {
  const holes = buildRuns(region.width, region.height, (y, add) => {
    const row = (region.y + y) * width + region.x;
    const flags = hole.subarray(row, row + region.width);
    let x = 0;
    while (x < region.width) {
      while (x < region.width && flags[x] === 0) x++;
      const start = x;
      while (x < region.width && flags[x] !== 0) x++;
      add(start, x);
    }
  });
  let isOpaque = true;
  const voids = buildRuns(region.width, region.height, (y, add) => {
    const row = (region.y + y) * width + region.x;
    let start = -1;
    for (let x = 0; x < region.width; x++) {
      const alpha = pixels[4 * (row + x) + 3];
      if (alpha === 255) {
        if (start >= 0) add(start, x);
        start = -1;
        continue;
      }
      const isHole = hole[row + x] !== 0;
      if (!isHole) isOpaque = false;
      const isVoid = alpha === 0 && !isHole;
      if (isVoid && start < 0) start = x;
      if (!isVoid && start >= 0) {
        add(start, x);
        start = -1;
      }
    }
    if (start >= 0) add(start, region.width);
  });
  return { holes, voids, isOpaque };
};
