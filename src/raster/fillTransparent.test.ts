import { expect, test } from 'vitest';
import { fillTransparent } from './fillTransparent.ts';

const size = { width: 60, height: 40 };

/** Left half visible: red on top, blue below; the right half is invisible. */
const halves = (): Uint8ClampedArray =>
  new Uint8ClampedArray(60 * 40 * 4).map((_, at) => {
    const [x, y, channel] = [Math.floor(at / 4) % 60, Math.floor(at / 240), at % 4];
    if (x >= 30) return channel === 1 ? 255 : 0;
    return channel === 3 ? 255 : y < 20 === (channel === 0) && channel !== 1 ? 200 : 0;
  });

test('visible px keep their colour, invisible ones get that of the nearest, give or take the noise', () => {
  const pixels = halves();
  fillTransparent(pixels, size);
  const before = halves();
  for (let at = 0; at < pixels.length; at += 4) {
    const [x, y] = [(at / 4) % 60, Math.floor(at / 240)];
    expect(pixels[at + 3]).toBe(255);
    if (x < 30) expect([...pixels.subarray(at, at + 3)]).toEqual([...before.subarray(at, at + 3)]);
    else if (Math.abs(y - 19.5) > 6) {
      const [red, blue] = y < 20 ? [200, 0] : [0, 200];
      expect(Math.abs((pixels[at] ?? 0) - red)).toBeLessThanOrEqual(3);
      expect(Math.abs((pixels[at + 2] ?? 0) - blue)).toBeLessThanOrEqual(3);
    }
  }
});

test('the colour hidden under transparency never shows, and the bytes are the same each time', () => {
  const [once, again] = [halves(), halves()];
  fillTransparent(once, size);
  fillTransparent(again, size);
  expect(Math.max(...once.filter((_, at) => at % 4 === 1))).toBeLessThanOrEqual(3);
  expect(once).toEqual(again);
});

test('nothing visible at all becomes grey; an opaque picture is untouched', () => {
  const nothing = new Uint8ClampedArray(60 * 40 * 4);
  fillTransparent(nothing, size);
  expect([...nothing.subarray(0, 3)].every((value) => Math.abs(value - 128) <= 3)).toBe(true);
  const opaque = new Uint8ClampedArray(60 * 40 * 4).map((_, at) => (at % 4 === 3 ? 255 : at & 255));
  const before = opaque.slice();
  fillTransparent(opaque, size);
  expect(opaque).toEqual(before);
});
