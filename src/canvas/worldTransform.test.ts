import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imagePoint } from '../geometry/point.ts';
import { imageToScreen, type Viewport } from '../geometry/viewport.ts';
import { canvasViewport, needsDrawing, overscan, worldTransform } from './worldTransform.ts';

const viewport = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
  scale: fc.double({ min: 0.02, max: 30, noNaN: true }),
});
const place = fc.double({ min: -10_000, max: 10_000, noNaN: true });

test('the transform puts what was drawn for one view exactly where the other view has it', () => {
  fc.assert(
    fc.property(viewport, viewport, place, place, (drawn: Viewport, shown: Viewport, x, y) => {
      const onCanvas = imageToScreen(imagePoint(x, y), canvasViewport(drawn));
      const transform = worldTransform(drawn, shown);
      const expected = imageToScreen(imagePoint(x, y), shown);
      const tolerance = 1e-6 * (1 + Math.abs(expected.x) + Math.abs(expected.y) + transform.scale * 20_000);
      expect(Math.abs(onCanvas.x * transform.scale + transform.x - overscan - expected.x)).toBeLessThan(tolerance);
      expect(Math.abs(onCanvas.y * transform.scale + transform.y - overscan - expected.y)).toBeLessThan(tolerance);
    }),
  );
});

test('a pan within the overscan needs no drawing, one beyond it does', () => {
  const stage = { width: 800, height: 600 };
  const drawn: Viewport = { x: 100, y: 50, scale: 0.5 };
  expect(needsDrawing(drawn, drawn, stage)).toBe(false);
  expect(needsDrawing(drawn, { ...drawn, x: drawn.x + overscan - 1 }, stage)).toBe(false);
  expect(needsDrawing(drawn, { ...drawn, x: drawn.x + overscan + 1 }, stage)).toBe(true);
  expect(needsDrawing(drawn, { ...drawn, y: drawn.y - overscan - 1 }, stage)).toBe(true);
  expect(needsDrawing(drawn, { ...drawn, scale: 1.2 }, stage)).toBe(true);
});
