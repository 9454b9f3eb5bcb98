import type { Rect } from '../geometry/rect.ts';
import { bleedColours } from './bleedColours.ts';
import type { FillJob } from './fillJob.ts';
import { forEachRun } from './runs/runs.ts';
import { levelOf, type Workspace } from './workspace.ts';

/** The colours of a four-byte pixel, without its alpha (little-endian, as WebAssembly and every browser's machine is). */
const colourBits = 0xffffff;

/** Copies the colours of the region to the finest level; hole pixels become 0, transparent ones the colours around them. */
export const writePixels = (workspace: Workspace, job: FillJob, region: Rect): void => {
  const { holes, voids, pixels } = levelOf(workspace, 0);
  const { bytes, words } = workspace.memory;
  const { buffer, byteOffset } = job.pixels;
  const isAligned = byteOffset % 4 === 0;
  const source = isAligned
    ? new Int32Array(buffer, byteOffset, job.width * job.height)
    : new Int32Array(job.pixels.slice().buffer);
  for (let y = 0; y < region.height; y++) {
    const from = (region.y + y) * job.width + region.x;
    const to = (pixels >> 2) + y * region.width;
    // Hot loop: both indices are inside by construction.
    for (let x = 0; x < region.width; x++) words[to + x] = source[from + x]! & colourBits;
  }
  forEachRun(holes, (y, start, end) => {
    const row = (pixels >> 2) + y * region.width;
    words.fill(0, row + start, row + end);
  });
  if (voids.count === 0) return;
  const bled = bleedColours(job, region, holes, voids);
  forEachRun(voids, (y, start, end) => {
    for (let pixel = y * region.width + start; pixel < y * region.width + end; pixel++) {
      bytes.set(bled.subarray(4 * pixel, 4 * pixel + 3), pixels + 4 * pixel);
    }
  });
};
