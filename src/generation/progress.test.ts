import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StepProgress } from '../providers/contract.ts';
import { advance, changeOf, startRunning } from './progress.ts';
import { overallFraction, stagesOf } from './stages.ts';

const stages = stagesOf('multipart');

test('the bar never runs backwards and stays within 0 and 1, whatever is told in whatever order', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const told: fc.Arbitrary<StepProgress> = fc.oneof(
    fraction.map((done) => ({ stage: 'uploading' as const, fraction: done })),
    fc.option(fraction).map((done) => ({ stage: 'waiting' as const, fraction: done })),
    fc.constant({ stage: 'retrying' as const, attempt: 2, attempts: 5, waitMs: 1000 }),
    fc.constant({ stage: 'downloading' as const }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(told, fc.integer({ min: 1, max: 3 }))), (all) => {
      let running = startRunning(stages, 1, 0);
      all.forEach(([each, number], now) => {
        const next = advance(running, { ...changeOf(each, stages, now), step: { number, of: 3 } }, now);
        expect(next.fraction).toBeGreaterThanOrEqual(running.fraction);
        expect(next.fraction).toBeLessThanOrEqual(1);
        running = next;
      });
    }),
  );
});

test('a stage keeps the time at which it began; a countdown ends with the next word', () => {
  let running = startRunning(stages, 4, 100);
  running = advance(running, changeOf({ stage: 'retrying', attempt: 2, attempts: 5, waitMs: 2000 }, stages, 200), 200);
  expect(running).toMatchObject({ stage: 'waiting', retry: { attempt: 2, attempts: 5, at: 2200 } });
  running = advance(running, changeOf({ stage: 'waiting', fraction: null, queuePosition: 3 }, stages, 300), 300);
  expect(running).toMatchObject({ retry: null, queuePosition: 3, arrived: { number: 0, of: 4 } });
  expect(running.stageStartedAt).toEqual({ preparing: 100, waiting: 200 });
});

test('on this computer the waiting is a filling', () => {
  const here = stagesOf('pixels');
  expect(changeOf({ stage: 'waiting', fraction: 0.5 }, here, 0)).toMatchObject({ stage: 'filling', fraction: 0.5 });
  expect(overallFraction(here, 'blending', 1)).toBe(1);
  expect(overallFraction(stages, 'blending', 1, { number: 1, of: 2 })).toBe(0.5);
});
