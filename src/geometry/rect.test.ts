import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsRect, inflate, intersect, rect, rectEquals, union, type Rect } from './rect.ts';

const anyRect = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.nat(40), fc.nat(40))
  .map(([x, y, width, height]) => rect(x, y, width + 1, height + 1));

const holds = ({ x, y, width, height }: Rect, px: number, py: number): boolean =>
  px >= x && py >= y && px < x + width && py < y + height;

test('a pixel is in the common part exactly when it is in both, and in the union when it is in either', () => {
  fc.assert(
    fc.property(
      anyRect,
      anyRect,
      fc.integer({ min: -60, max: 100 }),
      fc.integer({ min: -60, max: 100 }),
      (a, b, x, y) => {
        const common = intersect(a, b);
        expect(common !== null && holds(common, x, y)).toBe(holds(a, x, y) && holds(b, x, y));
        if (holds(a, x, y) || holds(b, x, y)) expect(holds(union(a, b), x, y)).toBe(true);
      },
    ),
  );
});

test('both lie in their union, and deflating undoes inflating', () => {
  fc.assert(
    fc.property(anyRect, anyRect, fc.nat(20), (a, b, by) => {
      expect(containsRect(union(a, b), a) && containsRect(union(a, b), b)).toBe(true);
      expect(rectEquals(inflate(inflate(a, by), -by), a)).toBe(true);
    }),
  );
});
