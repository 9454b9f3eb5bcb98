import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imagePoint, screenPoint } from './point.ts';
import { rect } from './rect.ts';
import { fitViewport, imageToScreen, maxScale, minScale, screenToImage, zoomAt, type Viewport } from './viewport.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const viewport = fc.record({ x: number(-1e4, 1e4), y: number(-1e4, 1e4), scale: number(minScale, maxScale) });

test('to the screen and back is the same point', () => {
  fc.assert(
    fc.property(viewport, number(-1e4, 1e4), number(-1e4, 1e4), (view: Viewport, x, y) => {
      const back = screenToImage(imageToScreen(imagePoint(x, y), view), view);
      expect(back.x).toBeCloseTo(x, 4);
      expect(back.y).toBeCloseTo(y, 4);
    }),
  );
});

test('zooming keeps the image point under the anchor, whatever the scale asked for', () => {
  fc.assert(
    fc.property(viewport, number(0, 2000), number(0, 2000), number(1e-4, 1e3), (view, x, y, scale) => {
      const anchor = screenPoint(x, y);
      const zoomed = zoomAt(view, anchor, scale);
      const stays = imageToScreen(screenToImage(anchor, view), zoomed);
      expect(Math.hypot(stays.x - x, stays.y - y)).toBeLessThan(1e-3 * zoomed.scale + 1e-6);
      expect(zoomed.scale).toBeGreaterThanOrEqual(minScale);
      expect(zoomed.scale).toBeLessThanOrEqual(maxScale);
    }),
  );
});

test('a fitted frame is whole, centred, and touches its padding on one axis', () => {
  const stage = { width: 900, height: 700 };
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 9000 }), fc.integer({ min: 20, max: 9000 }), (width, height) => {
      const view = fitViewport(rect(0, 0, width, height), stage, 40);
      const [shownWidth, shownHeight] = [width * view.scale, height * view.scale];
      expect(view.x + shownWidth / 2).toBeCloseTo(450, 6);
      expect(view.y + shownHeight / 2).toBeCloseTo(350, 6);
      expect(shownWidth).toBeLessThanOrEqual(820.001);
      expect(shownHeight).toBeLessThanOrEqual(620.001);
      const touches = Math.abs(shownWidth - 820) < 0.01 || Math.abs(shownHeight - 620) < 0.01;
      expect(touches || view.scale === maxScale).toBe(true);
    }),
  );
});
