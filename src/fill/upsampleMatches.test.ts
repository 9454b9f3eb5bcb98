import { expect, test } from 'vitest';
import { meadow } from './fixtures/meadow.ts';
import { prepare } from './fixtures/prepare.ts';
import { patchSide } from './patchSide.ts';
import { pixelClass } from './pixelClass.ts';
import { randomBelow } from './random.ts';
import { planeOfRuns } from './runs/planeOfRuns.ts';
import { pixelAt } from './runs/pixelAt.ts';
import { upsampleMatches } from './upsampleMatches.ts';
import { levelOf } from './workspace.ts';

test('a match becomes the source twice as far away, or one near it, and weights are inherited', () => {
  const workspace = prepare(meadow(120, 96));
  const [fine, coarse] = [levelOf(workspace, 0), levelOf(workspace, 1)];
  const { memory, random } = workspace;
  const ordinals = new Map<number, number>();
  planeOfRuns(coarse.targets).forEach((inside, pixel) => {
    if (inside) ordinals.set(pixel, ordinals.size);
  });
  for (let target = 0; target < coarse.targets.count; target++) {
    memory.words[(coarse.matches >> 2) + target] = pixelAt(coarse.sources, randomBelow(random, coarse.sources.count));
    memory.floats[(coarse.weights >> 2) + target] = target + 1;
  }
  upsampleMatches(workspace, coarse, fine);
  let exact = 0;
  let orphans = 0;
  for (let target = 0; target < fine.targets.count; target++) {
    const patch = pixelAt(fine.targets, target);
    const [x, y] = [patch % fine.width, Math.floor(patch / fine.width)];
    const [parentX, parentY] = [
      Math.min(x >> 1, coarse.width - patchSide),
      Math.min(y >> 1, coarse.height - patchSide),
    ];
    const parent = ordinals.get(parentY * coarse.width + parentX);
    const match = memory.words[(fine.matches >> 2) + target] ?? -1;
    expect((memory.bytes[fine.classes + match] ?? 0) & pixelClass.sourceCorner).not.toBe(0);
    if (parent === undefined) {
      orphans++;
      continue;
    }
    expect(memory.floats[(fine.weights >> 2) + target]).toBe(parent + 1);
    const coarseMatch = memory.words[(coarse.matches >> 2) + parent] ?? -1;
    const wantedX = 2 * (coarseMatch % coarse.width) + x - 2 * parentX;
    const wantedY = 2 * Math.floor(coarseMatch / coarse.width) + y - 2 * parentY;
    if (match === wantedY * fine.width + wantedX) exact++;
  }
  expect(exact / (fine.targets.count - orphans)).toBeGreaterThan(0.9);
  // Patches that only touch the hole may lie wholly outside it at half size.
  expect(orphans / fine.targets.count).toBeLessThan(0.2);
});
