import { describe, expect, test } from 'vitest';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { prepare } from './fixtures/prepare.ts';
import { writeDepths, writeTrustTable } from './patchTrust.ts';
import { pixelClass } from './pixelClass.ts';
import { pixelAt } from './runs/pixelAt.ts';
import { passesOf, solveLevel } from './solveLevel.ts';
import { levelOf } from './workspace.ts';

/** A pattern that repeats every 12 x 10 px, with a hole in the middle. */
const wallpaper = fillJobOf(
  96,
  80,
  (x, y) => [(x % 12) * 20, (y % 10) * 24, ((x % 12) * (y % 10)) % 256],
  (x, y) => x >= 40 && x < 60 && y >= 30 && y < 50,
);

const solved = () => {
  const workspace = prepare(wallpaper);
  const level = levelOf(workspace, 0);
  writeTrustTable(workspace);
  writeDepths(workspace, level);
  solveLevel(workspace, 0, 'rim');
  return { workspace, level };
};

describe('one level', () => {
  test('continues a repeating pattern', () => {
    const { workspace, level } = solved();
    let wrong = 0;
    for (let pixel = 0; pixel < wallpaper.hole.length; pixel++) {
      const green = workspace.memory.bytes[level.pixels + 4 * pixel + 1] ?? 0;
      if (Math.abs(green - (wallpaper.pixels[4 * pixel + 1] ?? 0)) > 8) wrong++;
    }
    expect(wrong).toBeLessThan(20);
  });

  test('ends with matches that are sources and with their true distances', () => {
    const { workspace, level } = solved();
    const { bytes, words } = workspace.memory;
    for (let target = 0; target < level.targets.count; target++) {
      const patch = pixelAt(level.targets, target);
      const match = words[(level.matches >> 2) + target] ?? -1;
      expect((bytes[level.classes + match] ?? 0) & pixelClass.sourceCorner).not.toBe(0);
      let distance = 0;
      for (let i = 0; i < 64; i++) {
        const step = (i >> 3) * level.width + (i & 7);
        for (let channel = 0; channel < 4; channel++) {
          const a = bytes[level.pixels + 4 * (patch + step) + channel] ?? 0;
          distance += (a - (bytes[level.pixels + 4 * (match + step) + channel] ?? 0)) ** 2;
        }
      }
      expect(words[(level.distances >> 2) + target]).toBe(distance);
    }
  });
});

test('small levels are solved in more passes than large ones', () => {
  const { level } = solved();
  const withTargets = (count: number) => ({ ...level, targets: { ...level.targets, count } });
  expect(passesOf(withTargets(100), 3, 4)).toBe(20);
  expect(passesOf(withTargets(100_000), 3, 4)).toBe(3);
  expect(passesOf(withTargets(100_000), 0, 4)).toBe(2);
  expect(passesOf(withTargets(1_000_000), 0, 4)).toBe(1);
});
