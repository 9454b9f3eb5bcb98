import fc from 'fast-check';
import { expect, test } from 'vitest';
import { powerCurve } from './sliderCurve.ts';

const curve = powerCurve(1, 1000, 2.5);

test('the ends of the track are the ends of the range', () => {
  expect(curve.toValue(0)).toBe(1);
  expect(curve.toValue(1)).toBe(1000);
  expect(curve.toValue(-3)).toBe(1);
  expect(curve.toValue(7)).toBe(1000);
  expect(curve.toFraction(5000)).toBe(1);
});

test('small brushes get most of the track', () => {
  expect(curve.toValue(0.5)).toBeCloseTo(177.6, 1);
});

test('every value comes back from its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (value) => {
      expect(curve.toValue(curve.toFraction(value))).toBeCloseTo(value, 6);
    }),
  );
});

test('further right is larger', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (fraction) => {
      expect(curve.toValue(fraction + 0.01)).toBeGreaterThan(curve.toValue(fraction));
    }),
  );
});
