import type { Level } from './allocate.ts';
import { patchSide } from './patchSide.ts';
import { pixelClass } from './pixelClass.ts';
import { forEachRun } from './runs/runs.ts';
import type { Workspace } from './workspace.ts';
import { writeSourceSample } from './writeSourceSample.ts';

const half = patchSide / 2;
const isKnown = 255;
/** Priority of a place where no line arrives, in the unit of a full step from black to white. */
const leastStructure = 0.02;

/**
 * A first guess that continues lines first: again and again the place on the rim where the strongest line arrives, surrounded by
 * most that is known, takes over the missing part of its patch from the source that fits what is known of it.
 * Non-null assertions: hot loops over addresses that are inside the memory by construction.
 */
export const structurePeel = (workspace: Workspace, level: Level): void => {
  const { kernels, memory, scratch } = workspace;
  const { bytes, words } = memory;
  const { width, height, holes, pixels, classes } = level;
  const known = scratch;
  const patches = Math.ceil((known + width * height + 64) / 64) * 64;
  const found = patches + 64;
  const candidates = patches + 8 * holes.count;
  const candidateCount = writeSourceSample(workspace, level, candidates);

  bytes.fill(isKnown, known, known + width * height);
  const confidence = new Float32Array(width * height).fill(1);
  const front = new Map<number, number>();
  forEachRun(holes, (y, start, end) => {
    bytes.fill(0, known + y * width + start, known + y * width + end);
    confidence.fill(0, y * width + start, y * width + end);
  });

  const cornerOf = (pixel: number): number => {
    const x = Math.min(Math.max((pixel % width) - half, 0), width - patchSide);
    const y = Math.min(Math.max(Math.floor(pixel / width) - half, 0), height - patchSide);
    return y * width + x;
  };
  const isFree = (pixel: number): boolean => bytes[known + pixel] === 0;
  const isFront = (pixel: number): boolean => {
    if (!isFree(pixel)) return false;
    const x = pixel % width;
    return (
      (x > 0 && !isFree(pixel - 1)) ||
      (x < width - 1 && !isFree(pixel + 1)) ||
      (pixel >= width && !isFree(pixel - width)) ||
      (pixel < width * (height - 1) && !isFree(pixel + width))
    );
  };
  const brightness = (pixel: number): number => {
    const at = pixels + 4 * pixel;
    return (77 * bytes[at]! + 150 * bytes[at + 1]! + 29 * bytes[at + 2]!) / 65280;
  };
  const meanConfidence = (corner: number): number => {
    let sum = 0;
    for (let row = corner; row < corner + patchSide * width; row += width)
      for (let at = row; at < row + patchSide; at++) sum += confidence[at]!;
    return sum / (patchSide * patchSide);
  };
  /** How strong a line runs into the unknown here: the greatest step along the rim among the known pixels around. */
  const structureAt = (pixel: number): number => {
    const corner = cornerOf(pixel);
    // towards the known: minus the mean position of what is free
    let normalX = 0;
    let normalY = 0;
    let strongest = 0;
    let stepX = 0;
    let stepY = 0;
    const left = corner % width;
    const top = Math.floor(corner / width);
    const x0 = pixel % width;
    const y0 = Math.floor(pixel / width);
    for (let y = top; y < top + patchSide; y++) {
      for (let x = left; x < left + patchSide; x++) {
        const here = y * width + x;
        if (isFree(here)) {
          normalX += x - x0;
          normalY += y - y0;
          continue;
        }
        if (x + 1 >= width || y + 1 >= height || isFree(here + 1) || isFree(here + width)) continue;
        if ((bytes[classes + here]! | bytes[classes + here + 1]! | bytes[classes + here + width]!) & pixelClass.void)
          continue;
        const value = brightness(here);
        const dx = brightness(here + 1) - value;
        const dy = brightness(here + width) - value;
        const strength = dx * dx + dy * dy;
        if (strength > strongest) {
          strongest = strength;
          stepX = dx;
          stepY = dy;
        }
      }
    }
    const length = Math.sqrt(normalX * normalX + normalY * normalY);
    if (length === 0) return Math.sqrt(strongest);
    return Math.abs(stepX * normalY - stepY * normalX) / length;
  };
  const update = (pixel: number): void => {
    if (isFront(pixel)) front.set(pixel, meanConfidence(cornerOf(pixel)) * (structureAt(pixel) + leastStructure));
    else front.delete(pixel);
  };

  forEachRun(holes, (y, start, end) => {
    for (let pixel = y * width + start; pixel < y * width + end; pixel++) update(pixel);
  });
  while (front.size > 0) {
    let next = -1;
    let greatest = -1;
    for (const [pixel, priority] of front) {
      if (priority > greatest) {
        greatest = priority;
        next = pixel;
      }
    }
    const corner = cornerOf(next);
    words[patches >> 2] = corner;
    kernels.searchKnown(pixels, known, width, patches, 1, candidates, candidateCount, found);
    const step = words[found >> 2]! - corner;
    const trust = meanConfidence(corner);
    for (let row = corner; row < corner + patchSide * width; row += width) {
      for (let at = row; at < row + patchSide; at++) {
        if (!isFree(at)) continue;
        words[(pixels >> 2) + at] = words[(pixels >> 2) + at + step]!;
        bytes[known + at] = isKnown;
        confidence[at] = trust;
      }
    }
    const left = corner % width;
    const top = Math.floor(corner / width);
    for (let y = Math.max(0, top - half); y < Math.min(height, top + patchSide + half); y++)
      for (let x = Math.max(0, left - half); x < Math.min(width, left + patchSide + half); x++)
        if (isFree(y * width + x)) update(y * width + x);
        else front.delete(y * width + x);
  }
};
