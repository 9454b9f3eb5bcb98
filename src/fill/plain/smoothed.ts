import { pixelKind, type PlainWindow } from './plainWindow.ts';

/** px: the mean is taken over (2 * 4 + 1) squared pixels of the same area. */
const radius = 4;

/** The mean colour around every known pixel of an area, over known pixels of that area. */
export const smoothed = ({ width, height, colours, kinds }: PlainWindow, labels: Int32Array): Float32Array => {
  const across = new Float32Array(4 * width * height);
  const result = new Float32Array(3 * width * height);
  const isIn = (pixel: number): boolean => kinds[pixel] === pixelKind.known && (labels[pixel] ?? 0) > 0;
  // Rows first, then columns: the same as over the square, but for areas that bend, where it hardly matters.
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (!isIn(pixel)) continue;
      for (let column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
        const other = y * width + column;
        if (!isIn(other) || labels[other] !== labels[pixel]) continue;
        // Hot loop, indices inside by construction.
        for (let channel = 0; channel < 3; channel++) across[4 * pixel + channel]! += colours[3 * other + channel]!;
        across[4 * pixel + 3]!++;
      }
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (!isIn(pixel)) continue;
      let count = 0;
      for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
        const other = row * width + x;
        if (!isIn(other) || labels[other] !== labels[pixel]) continue;
        for (let channel = 0; channel < 3; channel++) result[3 * pixel + channel]! += across[4 * other + channel]!;
        count += across[4 * other + 3]!;
      }
      for (let channel = 0; channel < 3; channel++) result[3 * pixel + channel]! /= count;
    }
  }
  return result;
};
