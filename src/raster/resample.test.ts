import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rect, rectOfSize } from '../geometry/rect.ts';
import { areSame } from './fixtures/areSame.ts';
import { randomPixels } from './fixtures/randomPixels.ts';
import { pictureFromFlat } from './pictureBuilder.ts';
import { resample, resampleRegion } from './resample.ts';
import { stretchWeights } from './stretchWeights.ts';

const size = { width: 40, height: 30 };
const noise = randomPixels(size, 3, false);

test('whole px at their own size are copied, wherever they are', () => {
  const part = rect(7, 5, 20, 11);
  const copied = resample(noise, size, part, part);
  const expected = Array.from({ length: 20 * 11 * 4 }, (_, at) => {
    const [x, y] = [Math.floor(at / 4) % 20, Math.floor(at / 80)];
    return noise[((5 + y) * 40 + 7 + x) * 4 + (at % 4)];
  });
  expect([...copied]).toEqual(expected);
});

test('reduced, each px is the average of what it covers', () => {
  const halved = resample(noise, size, rectOfSize(size), { width: 20, height: 15 });
  const of = (x: number, y: number) => noise[(y * 40 + x) * 4] ?? 0;
  expect(halved[(4 * 20 + 6) * 4]).toBeCloseTo((of(12, 8) + of(13, 8) + of(12, 9) + of(13, 9)) / 4, -0.5);
});

test('enlarged, a straight ramp stays straight and flat stays flat', () => {
  const ramp = new Uint8ClampedArray(16 * 4).map((_, at) => (at % 4 === 3 ? 255 : 10 * Math.floor(at / 4)));
  const doubled = resample(ramp, { width: 16, height: 1 }, rect(0, 0, 16, 1), { width: 32, height: 2 });
  // Away from the ends, where the edge repeats.
  for (let x = 4; x < 28; x++)
    expect(Math.abs((doubled[x * 4] ?? 0) - 10 * ((x + 0.5) / 2 - 0.5))).toBeLessThanOrEqual(0.5);
  const flat = new Uint8ClampedArray(16 * 16 * 4).fill(77);
  expect(
    resample(flat, { width: 16, height: 16 }, rect(0, 0, 16, 16), { width: 37, height: 29 }).every((v) => v === 77),
  ).toBe(true);
});

test('a region of a picture gives the same as the flat pixels', () => {
  const picture = pictureFromFlat(size, noise);
  const to = { width: 25, height: 44 };
  expect(areSame(resampleRegion(picture, rectOfSize(size), to), resample(noise, size, rectOfSize(size), to))).toBe(
    true,
  );
});

test('weights sum to 1 and stay inside, for any stretch', () => {
  const length = fc.integer({ min: 1, max: 50 });
  const real = fc.double({ min: -3, max: 60, noNaN: true });
  fc.assert(
    fc.property(length, real, fc.double({ min: 0.5, max: 80, noNaN: true }), length, (of, from, stretch, places) => {
      for (const { start, weights } of stretchWeights(of, from, stretch, places)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + weights.length).toBeLessThanOrEqual(of);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
      }
    }),
  );
});
