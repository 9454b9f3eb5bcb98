import { expect, test } from 'vitest';
import { fillHole } from './fillClient.ts';
import { FillError } from './fillError.ts';
import type { FillProgress } from './fillJob.ts';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { hashOf } from './fixtures/hashOf.ts';
import { meadow } from './fixtures/meadow.ts';
import { meadowHash } from './fixtures/meadowHash.ts';

test('fills in the worker with the bytes that Node gets, telling progress', async () => {
  const job = meadow();
  const seen: FillProgress[] = [];
  const result = await fillHole(job, { onProgress: (progress) => seen.push(progress) });
  expect(await hashOf(result.pixels)).toBe(meadowHash);
  expect(result.usedDiffusion).toBe(false);
  expect(seen.at(-1)?.fraction).toBe(1);
  // moved, not copied
  expect(job.pixels.length).toBe(0);
  expect(job.hole.length).toBe(0);
});

test('refuses a mask over everything with the same error as in Node', async () => {
  const job = fillJobOf(
    9,
    9,
    () => [1, 2, 3],
    () => true,
  );
  const refusal = await fillHole(job).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FillError);
  expect(refusal).toMatchObject({ kind: 'nothing-known' });
});

test('stops within a second in the middle of a job, and works again at once', async () => {
  const stop = new AbortController();
  let stoppedAt = 0;
  const onProgress = (): void => {
    if (stoppedAt > 0) return;
    stoppedAt = performance.now();
    stop.abort();
  };
  const big = fillHole(meadow(1600, 1200), { signal: stop.signal, onProgress });
  const refusal: unknown = await big.catch((error: unknown) => error);
  expect(refusal).toBe(stop.signal.reason);
  expect(performance.now() - stoppedAt).toBeLessThan(1000);
  const again = await fillHole(meadow());
  expect(await hashOf(again.pixels)).toBe(meadowHash);
});

test('stopping a waiting job leaves it whole and the running one alone', async () => {
  const running = fillHole(meadow());
  const stop = new AbortController();
  const job = meadow();
  const waiting = fillHole(job, { signal: stop.signal });
  const third = fillHole(meadow());
  stop.abort();
  await expect(waiting).rejects.toBe(stop.signal.reason);
  expect(job.pixels.length).toBeGreaterThan(0);
  expect(await hashOf((await running).pixels)).toBe(meadowHash);
  expect(await hashOf((await third).pixels)).toBe(meadowHash);
});
