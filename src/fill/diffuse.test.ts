import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffuse } from './diffuse.ts';

const imageOf = (width: number, height: number, valueAt: (x: number, y: number) => number): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) =>
    valueAt((i >> 2) % width, Math.floor((i >> 2) / width)),
  );

describe('diffuse', () => {
  test('continues a ramp, which is harmonic, to within two steps', () => {
    const size = { width: 60, height: 40 };
    const truth = imageOf(60, 40, (x, y) => 2 * x + y);
    const isUnknown = Uint8Array.from({ length: 2400 }, (_, i) =>
      Number(i % 60 > 10 && i % 60 < 50 && i > 300 && i < 2100),
    );
    const bytes = truth.map((value, i) => (isUnknown[i >> 2] ? 0 : value));
    diffuse(bytes, isUnknown, size);
    const worst = Math.max(...bytes.map((value, i) => Math.abs(value - (truth[i] ?? 0))));
    expect(worst).toBeLessThanOrEqual(2);
  });

  test('stays between the darkest and the brightest known value and changes no known one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 200 }),
        fc.infiniteStream(fc.nat(3)),
        (width, height, darkest, stream) => {
          const isUnknown = Uint8Array.from({ length: width * height }, () => Number(stream.next().value !== 0));
          const before = imageOf(width, height, (x, y) => darkest + ((x * 7 + y * 13) % 50));
          const after = before.slice();
          diffuse(after, isUnknown, { width, height });
          const known = [...before].filter((_, i) => isUnknown[i >> 2] === 0);
          const [least, greatest] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 0];
          after.forEach((value, i) => {
            if (isUnknown[i >> 2] === 0) return expect(value).toBe(before[i]);
            // over-relaxation may overshoot by a step
            expect(value).toBeGreaterThanOrEqual(least - 2);
            expect(value).toBeLessThanOrEqual(greatest + 2);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a picture beyond the area limit is filled too, without a seam', { timeout: 60_000 }, () => {
    const size = { width: 1700, height: 1300 };
    const bytes = new Uint8ClampedArray(4 * size.width * size.height).fill(99);
    const isUnknown = new Uint8Array(size.width * size.height).fill(1, 900_000, 2_200_000);
    bytes.fill(0, 4 * 900_000, 4 * 2_200_000);
    diffuse(bytes, isUnknown, size);
    expect(bytes.findIndex((value) => value !== 99)).toBe(-1);
  });
});
