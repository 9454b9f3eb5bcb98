import type { Rect } from '../geometry/rect.ts';
import type { FillJob } from './fillJob.ts';

/** A copy of one part of the job's pixels. */
export const cropPixels = ({ pixels, width }: FillJob, region: Rect): Uint8ClampedArray<ArrayBuffer> => {
  const crop = new Uint8ClampedArray(4 * region.width * region.height);
  for (let y = 0; y < region.height; y++) {
    const from = 4 * ((region.y + y) * width + region.x);
    crop.set(pixels.subarray(from, from + 4 * region.width), 4 * y * region.width);
  }
  return crop;
};
