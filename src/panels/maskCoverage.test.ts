import { expect, test } from 'vitest';
import { emptyMask, maskFromFlat } from '../document/tileMask.ts';
import { maskCoverage, measureTiles } from './maskCoverage.ts';

const size = { width: 600, height: 300 };

test('an empty mask covers nothing and is known at once', () => {
  expect(measureTiles(emptyMask(size), 0)).toBe(true);
  expect(maskCoverage(emptyMask(size))).toBe(0);
});

test('coverage counts partial pixels by their part', () => {
  const flat = new Uint8Array(600 * 300);
  flat.fill(255, 0, 600 * 75);
  flat.fill(51, 600 * 75, 600 * 150);
  const mask = maskFromFlat(size, flat);
  expect(measureTiles(mask, 1000)).toBe(true);
  expect(maskCoverage(mask)).toBeCloseTo(0.25 + 0.25 * 0.2, 10);
});

test('without time it says that it is not done', () => {
  const mask = maskFromFlat(size, new Uint8Array(600 * 300).fill(255));
  expect(measureTiles(mask, -1)).toBe(false);
  expect(measureTiles(mask, 1000)).toBe(true);
  expect(maskCoverage(mask)).toBe(1);
});
