import type { Rect } from '../geometry/rect.ts';
import { cropPixels } from './cropPixels.ts';
import { diffuse } from './diffuse.ts';
import type { FillJob } from './fillJob.ts';
import { planeOfRuns } from './runs/planeOfRuns.ts';
import type { Runs } from './runs/runs.ts';
import { unionRuns } from './runs/unionRuns.ts';

/**
 * The colours of the region with the transparent pixels (and the hole) filled smoothly from the visible ones: what is written
 * under alpha 0 means nothing, yet patches beside it are compared over it.
 */
export const bleedColours = (job: FillJob, region: Rect, holes: Runs, voids: Runs): Uint8ClampedArray => {
  const colours = cropPixels(job, region);
  diffuse(colours, planeOfRuns(unionRuns(holes, voids)), region);
  return colours;
};
