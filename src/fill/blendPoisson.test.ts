import { expect, test } from 'vitest';
import { blendPoisson } from './blendPoisson.ts';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { prepare } from './fixtures/prepare.ts';
import { forEachRun } from './runs/runs.ts';
import { pixelAt } from './runs/pixelAt.ts';
import { levelOf } from './workspace.ts';

test('copies that are too dark by a constant are lifted to fit the rim', () => {
  const side = 96;
  // A ramp: whatever is copied from 24 px further left has the right gradient, but is 48 steps too dark.
  const job = fillJobOf(
    side,
    side,
    (x, y) => [2 * x, 2 * x, y],
    (x, y) => x >= 50 && x < 66 && y >= 40 && y < 56,
  );
  const workspace = prepare(job);
  const level = levelOf(workspace, 0);
  const { bytes, words, floats } = workspace.memory;
  forEachRun(level.holes, (y, start, end) => {
    for (let x = start; x < end; x++) bytes.set([2 * x, 2 * x, y, 0], level.pixels + 4 * (y * side + x));
  });
  for (let target = 0; target < level.targets.count; target++) {
    words[(level.matches >> 2) + target] = pixelAt(level.targets, target) - 24;
    floats[(level.weights >> 2) + target] = 1;
  }
  blendPoisson(workspace);
  let run = 0;
  forEachRun(level.holes, (y, start, end, base) => {
    for (let x = start; x < end; x++) {
      const at = (workspace.poisson.unknowns >> 2) + 4 * (base + x - start + run + 1);
      expect(Math.abs((floats[at] ?? 0) - 2 * x)).toBeLessThan(0.5);
      expect(Math.abs((floats[at + 2] ?? 0) - y)).toBeLessThan(0.5);
    }
    run++;
  });
});
