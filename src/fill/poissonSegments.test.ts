import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobs } from './fixtures/jobs.ts';
import { poissonSegments } from './poissonSegments.ts';
import { forEachRun } from './runs/runs.ts';
import { scanRegion } from './scanRegion.ts';

test('every hole pixel is in one segment, whose steps lead to the slots of its neighbours', () => {
  fc.assert(
    fc.property(jobs(1, 30), (job) => {
      const { width, height } = job;
      const { holes } = scanRegion(job, { x: 0, y: 0, width, height });
      const slots = new Map<number, number>();
      let run = 0;
      forEachRun(holes, (y, start, end, base) => {
        for (let x = start; x < end; x++) slots.set(y * width + x, base + x - start + run + 1);
        run++;
      });
      const { words, count, slots: slotCount } = poissonSegments(holes);
      const seen: number[] = [];
      for (let segment = 0; segment < count; segment++) {
        const [slot = 0, pixel = 0, length = 0, up = 0, down = 0] = words.subarray(5 * segment, 5 * segment + 5);
        for (let i = 0; i < length; i++) {
          seen.push(pixel + i);
          expect(slots.get(pixel + i)).toBe(slot + i);
          expect(slots.get(pixel + i - width)).toBe(up === 0 ? undefined : slot + i + up);
          expect(slots.get(pixel + i + width)).toBe(down === 0 ? undefined : slot + i + down);
        }
      }
      expect(seen).toEqual([...slots.keys()]);
      expect(Math.max(0, ...slots.values())).toBeLessThan(slotCount);
    }),
  );
});
