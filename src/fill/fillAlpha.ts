import type { Rect } from '../geometry/rect.ts';
import { cropPixels } from './cropPixels.ts';
import { diffuse } from './diffuse.ts';
import type { FillJob } from './fillJob.ts';
import { planeOfRuns } from './runs/planeOfRuns.ts';
import { forEachRun, type Runs } from './runs/runs.ts';

/** Gives the hole of `pixels` (RGBA, as large as the job) a smooth transition between the alphas around it. */
export const fillAlpha = (pixels: Uint8ClampedArray, job: FillJob, region: Rect, holes: Runs): void => {
  const smooth = cropPixels(job, region);
  diffuse(smooth, planeOfRuns(holes), region);
  forEachRun(holes, (y, start, end) => {
    for (let x = start; x < end; x++) {
      pixels[4 * ((region.y + y) * job.width + region.x + x) + 3] = smooth[4 * (y * region.width + x) + 3] ?? 255;
    }
  });
};
