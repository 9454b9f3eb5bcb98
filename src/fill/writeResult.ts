import type { Rect } from '../geometry/rect.ts';
import { forEachRun } from './runs/runs.ts';
import { levelOf, type Workspace } from './workspace.ts';

/** Writes the blended colours to the hole of `pixels` (RGBA, `width` px wide), opaque. Touches no other byte. */
export const writeResult = (workspace: Workspace, pixels: Uint8ClampedArray, width: number, region: Rect): void => {
  const { floats } = workspace.memory;
  const unknowns = workspace.poisson.unknowns >> 2;
  let run = 0;
  forEachRun(levelOf(workspace, 0).holes, (y, start, end, base) => {
    let from = unknowns + 4 * (base + run + 1);
    let to = 4 * ((region.y + y) * width + region.x + start);
    for (let x = start; x < end; x++) {
      // Hot loop, indices inside by construction. A clamped array rounds to the nearest byte and clips.
      pixels[to] = floats[from]!;
      pixels[to + 1] = floats[from + 1]!;
      pixels[to + 2] = floats[from + 2]!;
      pixels[to + 3] = 255;
      from += 4;
      to += 4;
    }
    run++;
  });
};
