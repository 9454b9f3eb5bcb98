import type { Rect } from '../geometry/rect.ts';
import { cropPixels } from './cropPixels.ts';
import { diffuse } from './diffuse.ts';
import type { FillJob } from './fillJob.ts';
import { planeOfRuns } from './runs/planeOfRuns.ts';
import { forEachRun, type Runs } from './runs/runs.ts';

/** The fallback where nothing can be copied: colour and alpha of the hole change smoothly from rim to rim. Writes to `pixels`. */
export const fillSmoothly = (pixels: Uint8ClampedArray, job: FillJob, region: Rect, holes: Runs): void => {
  const smooth = cropPixels(job, region);
  // With the colours multiplied by alpha, transparent pixels lend their transparency but no colour.
  for (let at = 0; at < smooth.length; at += 4) {
    const alpha = smooth[at + 3] ?? 0;
    if (alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++) smooth[channel] = ((smooth[channel] ?? 0) * alpha) / 255;
  }
  diffuse(smooth, planeOfRuns(holes), region);
  forEachRun(holes, (y, start, end) => {
    for (let x = start; x < end; x++) {
      const from = 4 * (y * region.width + x);
      const to = 4 * ((region.y + y) * job.width + region.x + x);
      const alpha = smooth[from + 3] ?? 0;
      for (let channel = 0; channel < 3; channel++) {
        pixels[to + channel] = alpha === 0 ? 0 : ((smooth[from + channel] ?? 0) * 255) / alpha;
      }
      pixels[to + 3] = alpha;
    }
  });
};
