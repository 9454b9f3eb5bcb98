import { createRandom, randomBelow, type Random } from '../random.ts';
import { pixelKind, type PlainWindow } from './plainWindow.ts';

/** px: grain is taken over in squares of this side, so that it keeps its size. */
const side = 12;
const tries = 30;

/**
 * Adds the grain of known squares to the hole of `result` (red, green, blue per pixel). Each area gets its own grain; where a square
 * has no room in it, single pixels.
 */
export const addGrain = (
  window: PlainWindow,
  labels: Int32Array,
  grain: Float32Array,
  result: Float32Array,
  seed: number,
): void => {
  const { width, height, kinds, distances, reach } = window;
  const random = createRandom(seed);
  const known: number[][] = [];
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel] ?? 0;
    if (label === 0 || kinds[pixel] !== pixelKind.known || (distances[pixel] ?? 0) > reach) continue;
    (known[label] ??= []).push(pixel);
  }
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      const needed = new Map<number, number[]>();
      for (let y = top; y < Math.min(height, top + side); y++) {
        for (let x = left; x < Math.min(width, left + side); x++) {
          const pixel = y * width + x;
          const label = labels[pixel] ?? 0;
          if (kinds[pixel] !== pixelKind.hole || label === 0) continue;
          needed.set(label, [...(needed.get(label) ?? []), pixel]);
        }
      }
      for (const [label, pixels] of needed) {
        const donors = known[label] ?? [];
        const isDonor = (pixel: number): boolean =>
          labels[pixel] === label && kinds[pixel] === pixelKind.known && (distances[pixel] ?? 0) <= reach;
        const step = bestStep(pixels, donors, isDonor, random);
        for (const pixel of pixels) {
          const from = isDonor(pixel + step) ? pixel + step : (donors[randomBelow(random, donors.length)] ?? 0);
          for (let channel = 0; channel < 3; channel++)
            result[3 * pixel + channel] = (result[3 * pixel + channel] ?? 0) + (grain[3 * from + channel] ?? 0);
        }
      }
    }
  }
};

/** The step (in pixel indices) that brings most of `pixels` onto donors, out of some random ones. */
const bestStep = (
  pixels: readonly number[],
  donors: readonly number[],
  isDonor: (pixel: number) => boolean,
  random: Random,
): number => {
  let best = 0;
  let bestCount = -1;
  for (let attempt = 0; attempt < tries && bestCount < pixels.length; attempt++) {
    const step = (donors[randomBelow(random, donors.length)] ?? 0) - (pixels[randomBelow(random, pixels.length)] ?? 0);
    let count = 0;
    for (const pixel of pixels) if (isDonor(pixel + step)) count++;
    if (count > bestCount) [best, bestCount] = [step, count];
  }
  return best;
};
