import { describe, expect, test } from 'vitest';
import { rect, rectOfSize } from '../geometry/rect.ts';
import { randomPixels } from './fixtures/randomPixels.ts';
import { pictureFromFlat } from './pictureBuilder.ts';
import { scaleRegion } from './scaleRegion.ts';
import { readRegion } from './tilePicture.ts';

const size = { width: 300, height: 270 };
const picture = pictureFromFlat(size, randomPixels(size, 1, true));

describe('a scaled region', () => {
  test('at its own size is exact, also beyond the picture', () => {
    const region = rect(250, 250, 80, 40);
    expect(scaleRegion(picture, region, { width: 80, height: 40 })).toEqual(readRegion(picture, region));
  });

  test('at half size averages four pixels, colour weighed by alpha', () => {
    const four = pictureFromFlat(
      { width: 2, height: 2 },
      Uint8ClampedArray.of(200, 0, 0, 255, 0, 0, 0, 0, 100, 50, 0, 255, 9, 9, 9, 0),
    );
    const scaled = scaleRegion(four, rect(0, 0, 2, 2), { width: 1, height: 1 });
    expect([...scaled]).toEqual([150, 25, 0, 128]);
  });

  test('keeps the mean of an opaque picture at an odd ratio', () => {
    const opaque = pictureFromFlat(size, randomPixels(size, 2, false));
    const mean = (pixels: Uint8ClampedArray) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
    const scaled = scaleRegion(opaque, rectOfSize(size), { width: 71, height: 67 });
    expect(scaled.length).toBe(71 * 67 * 4);
    expect(Math.abs(mean(scaled) - mean(readRegion(opaque, rectOfSize(size))))).toBeLessThan(0.2);
  });

  test('enlarged by whole steps repeats pixels exactly', () => {
    const scaled = scaleRegion(picture, rect(10, 10, 2, 1), { width: 6, height: 2 });
    const [left, right] = [readRegion(picture, rect(10, 10, 1, 1)), readRegion(picture, rect(11, 10, 1, 1))];
    const row = [...left, ...left, ...left, ...right, ...right, ...right];
    expect([...scaled]).toEqual([...row, ...row]);
  });
});
