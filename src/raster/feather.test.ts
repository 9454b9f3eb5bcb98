import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenMask, maskFromFlat, type TileMask } from '../document/tileMask.ts';
import { rect, rectOfSize, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { featheredCoverage } from './feather.ts';

const maskOf = (size: Size, coverage: (x: number, y: number) => number): TileMask =>
  maskFromFlat(
    size,
    Uint8Array.from({ length: size.width * size.height }, (_, at) =>
      coverage(at % size.width, Math.floor(at / size.width)),
    ),
  );

const boxMask = (size: Size, { x, y, width, height }: Rect) =>
  maskOf(size, (px, py) => (px >= x && py >= y && px < x + width && py < y + height ? 255 : 0));

const whole = (mask: TileMask, feather: number): Uint8Array =>
  featheredCoverage(mask, rectOfSize(mask.size), feather, rectOfSize(mask.size));

const size = { width: 80, height: 60 };

describe('a feather', () => {
  test('rises over its width from the border inwards and stays at full strength', () => {
    const strengths = whole(boxMask(size, rect(10, 10, 60, 40)), 8);
    const row = [...strengths.subarray(30 * 80 + 8, 30 * 80 + 22)];
    expect(row).toEqual([0, 0, 32, 64, 96, 128, 159, 191, 223, 255, 255, 255, 255, 255]);
  });

  test('of 0 or 1 px leaves the coverage as it is', () => {
    const mask = maskOf(size, (x, y) => (x * 7 + y * 13) % 256);
    expect(whole(mask, 0)).toEqual(flattenMask(mask, rectOfSize(size)));
    expect(whole(mask, 1)).toEqual(flattenMask(mask, rectOfSize(size)));
  });

  test('only lowers, and keeps 0 at 0, whatever mask and width', () => {
    const any = fc.tuple(fc.integer(), fc.double({ min: 0, max: 40, noNaN: true }), fc.integer({ min: 1, max: 5 }));
    const property = fc.property(any, ([seed, feather, coarse]) => {
      const mask = maskOf(size, (x, y) => {
        const noise = Math.imul(Math.floor(x / coarse) * 73 + Math.floor(y / coarse) * 911 + seed, 2654435761) >>> 24;
        return noise < 90 ? 0 : noise;
      });
      const coverage = flattenMask(mask, rectOfSize(size));
      return whole(mask, feather).every((strength, at) => {
        const covered = coverage[at] ?? 0;
        return strength <= covered && (covered > 0 || strength === 0);
      });
    });
    fc.assert(property, { numRuns: 150 });
  });

  test.each([1, 2, 3, 5, 9, 14])('reaches full strength in the middle of a scratch of %i px', (thickness) => {
    const strengths = whole(boxMask(size, rect(5, 20, 70, thickness)), 16);
    const middle = 20 + Math.floor((thickness - 1) / 2);
    expect(strengths[middle * 80 + 40]).toBe(255);
  });

  test('a slanted hair of one pixel is replaced whole', () => {
    const strengths = whole(
      maskOf(size, (x, y) => (x === y ? 255 : 0)),
      20,
    );
    for (let at = 0; at < 60; at++) expect(strengths[at * 80 + at]).toBe(255);
  });

  test('a thin arm of a thick shape stays strong while the shape keeps its soft border', () => {
    const mask = maskOf(size, (x, y) =>
      (x - 30) ** 2 + (y - 30) ** 2 < 20 ** 2 || (y >= 29 && y <= 30 && x > 30) ? 255 : 0,
    );
    const strengths = whole(mask, 8);
    expect(strengths[29 * 80 + 70]).toBe(255);
    expect(strengths[30 * 80 + 70]).toBe(255);
    expect(strengths[30 * 80 + 53]).toBe(255);
    expect(strengths[30 * 80 + 11]).toBe(32);
  });

  test('does not soften towards the edge of the picture', () => {
    const strengths = whole(boxMask(size, rect(0, 0, 40, 60)), 8);
    expect(strengths[0]).toBe(255);
    expect(strengths[30 * 80 + 39]).toBe(32);
  });

  test('softens towards where no candidate is known, and is 0 there', () => {
    const strengths = featheredCoverage(boxMask(size, rectOfSize(size)), rectOfSize(size), 4, rect(0, 0, 20, 60));
    expect([...strengths.subarray(15, 23)]).toEqual([255, 255, 191, 128, 64, 0, 0, 0]);
  });

  test('is the same taken tile by tile as at once', () => {
    const large = { width: 300, height: 280 };
    // A disc over four tiles, a dot, a slab thinner than the feather and a field: each with its border beyond some tile's own.
    const mask = maskOf(large, (x, y) => {
      const isDisc = Math.hypot(x - 250, y - 250) < 35;
      const isDot = Math.hypot(x - 256, y - 10) < 4;
      const isSlab = x >= 226 && x < 262 && y > 20 && y < 90;
      const isField = x >= 243 && y > 100 && y < 200;
      return isDisc || isDot || isSlab || isField ? 255 : 0;
    });
    const atOnce = whole(mask, 20);
    for (const part of [rect(0, 0, 256, 256), rect(256, 0, 44, 256), rect(0, 256, 256, 24), rect(256, 256, 44, 24)]) {
      const strengths = featheredCoverage(mask, part, 20, rectOfSize(large));
      for (let y = 0; y < part.height; y++) {
        const from = (part.y + y) * large.width + part.x;
        expect(strengths.subarray(y * part.width, (y + 1) * part.width)).toEqual(
          atOnce.subarray(from, from + part.width),
        );
      }
    }
  });
});
