import { describe, expect, test } from 'vitest';
import { maskFromFlat } from '../document/tileMask.ts';
import { drawOverlayPixels, type OverlayPixels } from './overlayPixels.ts';
import type { Overlay } from './viewStore.ts';

const size = { width: 400, height: 300 };
const tint: Overlay = { visible: true, colour: '#e6188f', opacity: 46, style: 'tint' };

/** A mask that covers image px 100 <= x < 300, 50 <= y < 260. */
const block = maskFromFlat(
  size,
  Uint8Array.from({ length: size.width * size.height }, (_, at) => {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    return x >= 100 && x < 300 && y >= 50 && y < 260 ? 255 : 0;
  }),
);

const blank = (width: number, height: number): OverlayPixels => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4),
});

const alphaAt = (pixels: OverlayPixels, x: number, y: number): number =>
  pixels.data[(y * pixels.width + x) * 4 + 3] ?? 0;

describe('the overlay agrees with the mask that will be exported', () => {
  test.each([0.25, 0.5, 1, 2, 3])('its edges are the mask edges within one canvas px at scale %s', (scale) => {
    const pixels = blank(1300, 1000);
    const viewport = { x: 7.5, y: -3.25, scale };
    drawOverlayPixels(pixels, { x: 0, y: 0, width: 1300, height: 1000 }, block, viewport, tint);
    const row = Math.round(150 * scale + viewport.y);
    const inside = Array.from({ length: pixels.width }, (_, x) => x).filter((x) => alphaAt(pixels, x, row) > 0);
    const left = 100 * scale + viewport.x;
    const right = 300 * scale + viewport.x;
    // The dark half of the outline lies one px outside.
    expect(Math.abs((inside[0] ?? 0) - left)).toBeLessThanOrEqual(2);
    expect(Math.abs((inside.at(-1) ?? 0) + 1 - right)).toBeLessThanOrEqual(2);
  });

  test('drawing a part gives the same pixels there as drawing everything', () => {
    const viewport = { x: -20, y: 11, scale: 0.7 };
    const whole = blank(300, 240);
    drawOverlayPixels(whole, { x: 0, y: 0, width: 300, height: 240 }, block, viewport, tint);
    const parts = blank(300, 240);
    for (const x of [0, 150]) {
      for (const y of [0, 120]) {
        drawOverlayPixels(parts, { x, y, width: 150, height: 120 }, block, viewport, tint);
      }
    }
    expect(parts.data).toEqual(whole.data);
  });
});

test('the black-and-white view shows coverage as grey and nothing beside the picture', () => {
  const pixels = blank(450, 350);
  const style: Overlay = { ...tint, style: 'black-and-white' };
  drawOverlayPixels(pixels, { x: 0, y: 0, width: 450, height: 350 }, block, { x: 10, y: 20, scale: 1 }, style);
  const at = (x: number, y: number) => [...pixels.data.subarray((y * 450 + x) * 4, (y * 450 + x) * 4 + 4)];
  expect(at(10 + 200, 20 + 100)).toEqual([255, 255, 255, 255]);
  expect(at(10 + 50, 20 + 100)).toEqual([0, 0, 0, 255]);
  expect(at(5, 5)[3]).toBe(0);
  expect(at(430, 100)[3]).toBe(0);
});

test('opacity changes the tint alone, never whether a pixel is covered', () => {
  const strong = blank(400, 300);
  const weak = blank(400, 300);
  const area = { x: 0, y: 0, width: 400, height: 300 };
  const viewport = { x: 0, y: 0, scale: 1 };
  drawOverlayPixels(strong, area, block, viewport, { ...tint, opacity: 90 });
  drawOverlayPixels(weak, area, block, viewport, { ...tint, opacity: 10 });
  expect(alphaAt(strong, 203, 100)).toBeGreaterThan(alphaAt(weak, 203, 100));
  for (let at = 3; at < strong.data.length; at += 4) {
    expect((strong.data[at] ?? 0) > 0).toBe((weak.data[at] ?? 0) > 0);
  }
});
