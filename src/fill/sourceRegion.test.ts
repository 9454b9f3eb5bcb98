import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsRect, intersect, rect, rectOfSize } from '../geometry/rect.ts';
import { sourceRegion } from './sourceRegion.ts';

test('holds the hole, lies in the picture, and is never more than 512 px wider', () => {
  const sides = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(sides, sides, sides, sides, sides, sides, (width, height, x, y, across, down) => {
      const image = rectOfSize({ width, height });
      const bounds = intersect(rect(x, y, across, down), image);
      if (!bounds) return;
      const region = sourceRegion(bounds, image);
      expect(containsRect(region, bounds)).toBe(true);
      expect(containsRect(image, region)).toBe(true);
      expect(region.width).toBeLessThanOrEqual(bounds.width + 1024);
      expect(region.height).toBeLessThanOrEqual(bounds.height + 1024);
    }),
  );
});

test.each([
  ['small holes get 96 px', rect(500, 500, 10, 20), rect(404, 404, 202, 212)],
  ['larger ones their longer side', rect(1000, 1000, 200, 100), rect(800, 800, 600, 500)],
  ['at most 512 px', rect(1000, 1000, 900, 100), rect(488, 488, 1924, 1124)],
  ['within the picture', rect(0, 0, 10, 10), rect(0, 0, 106, 106)],
])('%s', (_name, bounds, region) => {
  expect(sourceRegion(bounds, { width: 4000, height: 4000 })).toEqual(region);
});
