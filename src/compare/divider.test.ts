import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dividerX, positionAt, screenRectOf, visiblePart } from './divider.ts';

const stage = { width: 800, height: 600 };

test('the picture on the screen follows the viewport', () => {
  const frame = { x: 0, y: 0, width: 400, height: 200 };
  expect(screenRectOf(frame, { x: 10, y: 20, scale: 1.5 })).toEqual({ left: 10, top: 20, width: 600, height: 300 });
});

test('only what is inside the stage is visible', () => {
  expect(visiblePart({ left: -100, top: 50, width: 1000, height: 300 }, stage)).toEqual({
    left: 0,
    top: 50,
    width: 800,
    height: 300,
  });
  expect(visiblePart({ left: 900, top: 50, width: 100, height: 300 }, stage)).toBeNull();
});

test('a divider beyond the stage is drawn at its edge', () => {
  const picture = { left: -1000, top: 0, width: 3000, height: 600 };
  const visible = { left: 0, top: 0, width: 800, height: 600 };
  expect(dividerX(0, picture, visible)).toBe(0);
  expect(dividerX(100, picture, visible)).toBe(800);
  expect(dividerX(40, picture, visible)).toBe(200);
});

test('a press on the drawn divider is its position', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number(0, 100), number(0, 400), number(20, 400), (position, left, width) => {
      const picture = { left, top: 0, width, height: 100 };
      expect(positionAt(dividerX(position, picture, picture), picture)).toBeCloseTo(position, 6);
    }),
  );
});
