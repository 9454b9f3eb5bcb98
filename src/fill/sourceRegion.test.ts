import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsRect, intersect, rect, rectOfSize } from '../geometry/rect.ts';
import { sourceRegion } from './sourceRegion.ts';

test('holds the hole, lies in the picture, and is never more than 1024 px wider', () => {
  const sides = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(sides, sides, sides, sides, sides, sides, (width, height, x, y, across, down) => {
      const image = rectOfSize({ width, height });
      const bounds = intersect(rect(x, y, across, down), image);
      if (!bounds) return;
      const region = sourceRegion(bounds, image);
      expect(containsRect(region, bounds)).toBe(true);
      expect(containsRect(image, region)).toBe(true);
      expect(region.width).toBeLessThanOrEqual(bounds.width + 2048);
      expect(region.height).toBeLessThanOrEqual(bounds.height + 2048);
    }),
  );
});

test.each([
  ['small holes get 192 px', rect(500, 500, 10, 20), rect(308, 308, 394, 404)],
  ['larger ones twice their longer side', rect(1000, 1000, 200, 100), rect(600, 600, 1000, 900)],
  ['or once where twice is much', rect(1000, 1000, 300, 300), rect(700, 700, 900, 900)],
  ['at most 512 px', rect(1000, 1000, 900, 100), rect(488, 488, 1924, 1124)],
  ['within the picture', rect(0, 0, 10, 10), rect(0, 0, 202, 202)],
])('%s', (_name, bounds, region) => {
  expect(sourceRegion(bounds, { width: 4000, height: 4000 })).toEqual(region);
});
