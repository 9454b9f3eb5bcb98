import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imagePoint } from '../geometry/point.ts';
import { imageToScreen, type Viewport } from '../geometry/viewport.ts';
import { canvasViewport, insetAt, needsDrawing, overscan, worldTransform } from './worldTransform.ts';

const viewport = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
  scale: fc.double({ min: 0.02, max: 30, noNaN: true }),
});
const place = fc.double({ min: -10_000, max: 10_000, noNaN: true });

test('the transform puts what was drawn for one view exactly where the other view has it', () => {
  fc.assert(
    fc.property(viewport, viewport, place, place, (drawn: Viewport, shown: Viewport, x, y) => {
      const inset = { x: overscan - 0.3, y: overscan + 0.2 };
      const onCanvas = imageToScreen(imagePoint(x, y), canvasViewport(drawn, inset));
      const transform = worldTransform(drawn, shown, inset);
      const expected = imageToScreen(imagePoint(x, y), shown);
      const tolerance = 1e-6 * (1 + Math.abs(expected.x) + Math.abs(expected.y) + transform.scale * 20_000);
      expect(Math.abs(onCanvas.x * transform.scale + transform.x - inset.x - expected.x)).toBeLessThan(tolerance);
      expect(Math.abs(onCanvas.y * transform.scale + transform.y - inset.y - expected.y)).toBeLessThan(tolerance);
    }),
  );
});

test('a pan within the overscan needs no drawing, one beyond it does', () => {
  const stage = { width: 800, height: 600 };
  const drawn: Viewport = { x: 100, y: 50, scale: 0.5 };
  const inset = { x: overscan, y: overscan };
  expect(needsDrawing(drawn, drawn, stage, inset)).toBe(false);
  expect(needsDrawing(drawn, { ...drawn, x: drawn.x + overscan - 1 }, stage, inset)).toBe(false);
  expect(needsDrawing(drawn, { ...drawn, x: drawn.x + overscan + 1 }, stage, inset)).toBe(true);
  expect(needsDrawing(drawn, { ...drawn, y: drawn.y - overscan - 1 }, stage, inset)).toBe(true);
  expect(needsDrawing(drawn, { ...drawn, scale: 1.2 }, stage, inset)).toBe(true);
});

test('the canvases begin on a whole screen pixel, less than half a pixel from the overscan', () => {
  const ratio = fc.constantFrom(0.8, 1, 1.2, 1.25, 1.5, 1.875, 2);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), ratio, (left, top, pixelRatio) => {
      const inset = insetAt(left, top, pixelRatio);
      for (const [corner, by] of [[left, inset.x] as const, [top, inset.y] as const]) {
        const devicePixel = (corner - by) * pixelRatio;
        expect(devicePixel).toBeCloseTo(Math.round(devicePixel), 6);
        expect(Math.abs(by - overscan)).toBeLessThanOrEqual(0.5 / pixelRatio + 1e-9);
      }
    }),
  );
});
