import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { complete } from './complete.ts';
import { FillError } from './fillError.ts';
import type { FillJob } from './fillJob.ts';
import { jobs } from './fixtures/jobs.ts';
import { loadKernels } from './kernels/loadKernels.ts';

const kernels = await loadKernels();

/** Fills or plainly refuses; whatever was known is unchanged. */
const expectSound = (job: FillJob): void => {
  const isAllHole = job.hole.every((value) => value !== 0);
  if (isAllHole) {
    expect(() => complete(job, { kernels })).toThrow(FillError);
    return;
  }
  const { pixels } = complete(job, { kernels });
  expect(pixels.length).toBe(job.pixels.length);
  for (let pixel = 0; pixel < job.hole.length; pixel++) {
    if (job.hole[pixel] !== 0) continue;
    for (let at = 4 * pixel; at < 4 * pixel + 4; at++) {
      if (pixels[at] !== job.pixels[at]) expect.fail(`byte ${at} of a known pixel changed`);
    }
  }
};

test('1500 tiny jobs of every shape', { timeout: 60_000 }, () => {
  fc.assert(fc.property(jobs(1, 20), expectSound), { numRuns: 1500 });
});

test('400 small jobs with several levels', { timeout: 60_000 }, () => {
  fc.assert(fc.property(jobs(16, 64), expectSound), { numRuns: 400 });
});

test('400 small jobs with transparent parts', { timeout: 60_000 }, () => {
  fc.assert(fc.property(jobs(4, 48, 'transparent parts'), expectSound), { numRuns: 400 });
});
