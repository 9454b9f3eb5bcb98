import type { Level } from './allocate.ts';
import { patchSide } from './patchSide.ts';
import { peelLayers } from './peelLayers.ts';
import { forEachRun } from './runs/runs.ts';
import type { Workspace } from './workspace.ts';
import { writeSourceSample } from './writeSourceSample.ts';

const centre = patchSide / 2;
const isKnown = 255;

/**
 * A first guess of the hole's colours, from the rim inwards: each pixel of a layer takes the colour at its place in the source
 * patch that best matches what is already known around it.
 */
export const onionPeel = (workspace: Workspace, level: Level): void => {
  const { kernels, memory, scratch } = workspace;
  const { bytes, words } = memory;
  const { width, height, holes, pixels } = level;
  const known = scratch;
  const patches = Math.ceil((known + width * height + 64) / 64) * 64;
  const found = patches + 4 * holes.count;
  const candidates = found + 4 * holes.count;
  const candidateCount = writeSourceSample(workspace, level, candidates);

  bytes.fill(isKnown, known, known + width * height);
  forEachRun(holes, (y, start, end) => bytes.fill(0, known + y * width + start, known + y * width + end));
  for (const layer of peelLayers(holes)) {
    const numbers = new Map<number, number>();
    const patchOf = (pixel: number): number => {
      const x = Math.min(Math.max((pixel % width) - centre, 0), width - patchSide);
      const y = Math.min(Math.max(Math.floor(pixel / width) - centre, 0), height - patchSide);
      return y * width + x;
    };
    for (const pixel of layer) {
      const patch = patchOf(pixel);
      if (numbers.has(patch)) continue;
      words[(patches >> 2) + numbers.size] = patch;
      numbers.set(patch, numbers.size);
    }
    kernels.searchKnown(pixels, known, width, patches, numbers.size, candidates, candidateCount, found);
    for (const pixel of layer) {
      const patch = patchOf(pixel);
      const match = words[(found >> 2) + (numbers.get(patch) ?? 0)] ?? 0;
      words[(pixels >> 2) + pixel] = words[(pixels >> 2) + match + pixel - patch] ?? 0;
    }
    for (const pixel of layer) bytes[known + pixel] = isKnown;
  }
};
