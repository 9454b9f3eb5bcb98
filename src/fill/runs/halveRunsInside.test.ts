import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { halveRunsInside } from './halveRunsInside.ts';
import { planeOfRuns } from './planeOfRuns.ts';
import { buildRuns } from './runs.ts';

test('a coarse pixel is in the set exactly if all its children are', () => {
  const planes = fc
    .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 9 }) })
    .chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        // mostly inside, so that whole squares of four occur
        plane: fc.array(fc.constantFrom(1, 1, 1, 1, 0), { minLength: width * height, maxLength: width * height }),
      }),
    );
  fc.assert(
    fc.property(planes, ({ width, height, plane }) => {
      const runs = buildRuns(width, height, (y, add) => {
        for (let x = 0; x < width; x++) if (plane[y * width + x] === 1) add(x, x + 1);
      });
      const half = halveRunsInside(runs);
      const halfPlane = planeOfRuns(half);
      for (let y = 0; y < half.height; y++) {
        for (let x = 0; x < half.width; x++) {
          let all = 1;
          for (let row = 2 * y; row < Math.min(height, 2 * y + 2); row++)
            for (let column = 2 * x; column < Math.min(width, 2 * x + 2); column++)
              all &= plane[row * width + column] ?? 0;
          expect(halfPlane[y * half.width + x]).toBe(all);
        }
      }
    }),
  );
});
