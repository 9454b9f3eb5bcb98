import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, randomBelow } from './random.ts';

test('numbers are in range, and a seed repeats its sequence', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed, below) => {
      const [first, second] = [createRandom(seed), createRandom(seed)];
      for (let i = 0; i < 20; i++) {
        const value = randomBelow(first, below);
        expect(value).toBe(randomBelow(second, below));
        expect(value >= 0 && value < below && Number.isInteger(value)).toBe(true);
      }
    }),
  );
});

test('neighbouring seeds, 0 among them, give unlike sequences', () => {
  const heads = Array.from({ length: 1000 }, (_, seed) => randomBelow(createRandom(seed), 2 ** 31 - 1));
  expect(new Set(heads).size).toBe(1000);
});
