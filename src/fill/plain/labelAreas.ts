import type { CurveSample } from './curveSamples.ts';
import { pixelKind, type PlainWindow } from './plainWindow.ts';

/**
 * Divides hole and surroundings into areas: pixels connected sideways or up and down, not through steep pixels or their neighbours
 * and not across a curve. `labels` is 0 there, else 1 to `count`.
 */
export const labelAreas = (
  { width, height, kinds, distances, reach }: PlainWindow,
  isSteep: Uint8Array,
  curves: readonly (readonly CurveSample[])[],
): { readonly labels: Int32Array; readonly count: number } => {
  const labels = new Int32Array(width * height);
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const isIn = kinds[pixel] !== pixelKind.other && (distances[pixel] ?? 0) <= reach;
    labels[pixel] = isIn ? -1 : 0;
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isSteep[y * width + x] === 0) continue;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
          if (kinds[row * width + column] === pixelKind.known) labels[row * width + column] = 0;
    }
  }
  for (const curve of curves) {
    for (const { at } of curve) {
      // Two by two pixels, so that no way leads across.
      for (let y = Math.floor(at.y); y <= Math.floor(at.y) + 1; y++)
        for (let x = Math.floor(at.x); x <= Math.floor(at.x) + 1; x++)
          if (x >= 0 && y >= 0 && x < width && y < height) labels[y * width + x] = 0;
    }
  }
  let count = 0;
  for (let seed = 0; seed < labels.length; seed++) {
    if (labels[seed] !== -1) continue;
    count++;
    labels[seed] = count;
    const found = [seed];
    for (let pixel = found.pop(); pixel !== undefined; pixel = found.pop()) {
      const x = pixel % width;
      for (const beside of [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]) {
        if (beside < 0 || labels[beside] !== -1) continue;
        labels[beside] = count;
        found.push(beside);
      }
    }
  }
  return { labels, count };
};
