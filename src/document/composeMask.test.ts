import { expect, test } from 'vitest';
import { rect, rectOfSize } from '../geometry/rect.ts';
import { maskAround, maskInFrame, uniteMasks } from './composeMask.ts';
import { coverageAt, flattenMask, maskArea, maskFromFlat } from './tileMask.ts';

const size = { width: 600, height: 400 };

test('everything but a rectangle', () => {
  const mask = maskAround(size, rect(100, 50, 300, 300));
  expect(maskArea(mask)).toBe(600 * 400 - 300 * 300);
  expect([
    coverageAt(mask, 99, 60),
    coverageAt(mask, 100, 50),
    coverageAt(mask, 399, 349),
    coverageAt(mask, 400, 349),
  ]).toEqual([255, 0, 0, 255]);
  expect(maskArea(maskAround(size, rectOfSize(size)))).toBe(0);
  expect(maskAround(size, rectOfSize(size)).tiles.size).toBe(0);
});

test('a mask moves into a frame pixel by pixel, and what is outside is cut', () => {
  const flat = new Uint8Array(600 * 400).map((_, at) => (at * 31) & 255);
  const mask = maskFromFlat(size, flat);
  const frame = rect(-70, 20, 500, 420);
  const moved = maskInFrame(mask, frame);
  expect(moved.size).toMatchObject({ width: 500, height: 420 });
  expect(flattenMask(moved, rectOfSize(frame))).toEqual(flattenMask(mask, frame));
});

test('united, the stronger coverage counts', () => {
  const a = maskFromFlat(size, new Uint8Array(600 * 400).fill(100, 0, 600));
  const b = maskFromFlat(size, new Uint8Array(600 * 400).fill(200, 300, 1200));
  const both = flattenMask(uniteMasks(a, b), rect(0, 0, 600, 3));
  expect([both[0], both[299], both[300], both[1199], both[1200]]).toEqual([100, 100, 200, 200, 0]);
});
