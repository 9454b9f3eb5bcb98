import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArena } from './arena.ts';

test('pieces are aligned, never overlap, and lie below the peak', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000)), (sizes) => {
      const arena = createArena();
      let free = 0;
      for (const size of sizes) {
        const address = arena.take(size);
        expect(address % 64).toBe(0);
        expect(address).toBeGreaterThan(free);
        free = address + size;
      }
      expect(arena.peak()).toBeGreaterThanOrEqual(free);
    }),
  );
});

test('what is released is given out again, and the peak remembers', () => {
  const arena = createArena();
  const mark = arena.mark();
  const first = arena.take(5000);
  const peak = arena.peak();
  arena.release(mark);
  expect(arena.take(100)).toBe(first);
  expect(arena.peak()).toBe(peak);
});
