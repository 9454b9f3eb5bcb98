import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rect, rectOfSize } from '../geometry/rect.ts';
import { areSame } from './fixtures/areSame.ts';
import { randomPixels } from './fixtures/randomPixels.ts';
import { pictureFromFlat } from './pictureBuilder.ts';
import { readRegion, readRows, tilesIn } from './tilePicture.ts';

const size = { width: 600, height: 300 };
const flat = randomPixels(size, 1, true);
const picture = pictureFromFlat(size, flat);

describe('a picture cut into tiles', () => {
  test('gives its pixels back, whole and by rows', () => {
    expect(areSame(readRegion(picture, rectOfSize(size)), flat)).toBe(true);
    expect(areSame(readRows(picture, 255, 2), flat.slice(255 * 600 * 4, 257 * 600 * 4))).toBe(true);
  });

  test('knows whether a pixel is transparent', () => {
    expect(picture.hasAlpha).toBe(true);
    const opaque = randomPixels(size, 2, false);
    expect(pictureFromFlat(size, opaque).hasAlpha).toBe(false);
    opaque[opaque.length - 1] = 254;
    expect(pictureFromFlat(size, opaque).hasAlpha).toBe(true);
  });

  test('any region reads as the flat picture does, with 0, 0, 0, 0 beyond it', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const corner = fc.tuple(fc.integer({ min: -60, max: 640 }), fc.integer({ min: -60, max: 340 }));
    const property = fc.property(corner, side, side, ([left, top], width, height) => {
      const region = readRegion(picture, rect(left, top, width, height));
      for (let at = 0; at < region.length; at++) {
        const x = left + (Math.floor(at / 4) % width);
        const y = top + Math.floor(at / 4 / width);
        const inside = x >= 0 && y >= 0 && x < size.width && y < size.height;
        const wanted = inside ? flat[(y * size.width + x) * 4 + (at % 4)] : 0;
        if (region[at] !== wanted) return false;
      }
      return true;
    });
    fc.assert(property, { numRuns: 200 });
  });

  test('a region outside touches no tile', () => {
    expect([...tilesIn(size, rect(600, 0, 10, 10))]).toEqual([]);
    expect([...tilesIn(size, rect(250, 250, 10, 10))].map(({ key }) => key)).toEqual([0, 1, 3, 4]);
  });
});
