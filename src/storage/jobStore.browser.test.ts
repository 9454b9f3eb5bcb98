import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import type { JobRecord } from './jobRecord.ts';
import { forgetJob, keepJob, keptJobs } from './jobStore.ts';

const whole = { x: 0, y: 0, width: 64, height: 48 };
const size = { width: 64, height: 48 };
const now = 1_800_000_000_000;

const record = (id: string, startedAt = now): JobRecord => ({
  version: 1,
  id,
  provider: { id: 'imagepipeline', label: 'imagepipeline.io' },
  handle: { provider: 'imagepipeline', id: 'job-7', submittedAt: startedAt },
  nonce: null,
  asked: {
    operation: 'inpaint',
    prompt: 'a boat',
    negativePrompt: '',
    searchPrompt: '',
    seed: 5,
    parameters: { steps: 20 },
  },
  candidates: 2,
  price: { kind: 'unknown', basis: 'no price list' },
  paste: {
    strategy: 'inpaint',
    canvas: whole,
    region: whole,
    work: size,
    size,
    sentAt: { x: 0, y: 0 },
    expected: size,
    take: whole,
    target: whole,
    known: whole,
    overlap: 0,
    feather: 8,
    verifyPlacement: false,
    isLossy: false,
  },
  source: { name: 'boat.jpg', bytes: new Blob(['source']) },
  mask: new Blob(['mask']),
  startedAt,
});

beforeEach(async () => {
  for (const { id } of await keptJobs(now)) await forgetJob(id);
});

test('a job is kept with its files, in the order of the presses, until it is forgotten', async () => {
  await keepJob(record('b', now));
  await keepJob(record('a', now - 1000));
  const kept = await keptJobs(now);
  expect(kept.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await kept[0]?.source.bytes.text()).toBe('source');
  expect({ ...kept[1], source: null, mask: null }).toEqual({ ...record('b'), source: null, mask: null });
  await forgetJob('a');
  await forgetJob('unknown');
  expect((await keptJobs(now)).map(({ id }) => id)).toEqual(['b']);
});

test('what is a day old, of another version or damaged is dropped for good', async () => {
  await keepJob(record('old', now - 25 * 3_600_000));
  await keepJob(record('good'));
  const db = await openDB('overpaint-jobs', 1);
  await db.put('jobs', { ...record('newer'), version: 2 }, 'newer');
  await db.put('jobs', { ...record('broken'), paste: 'nothing' }, 'broken');
  await db.put('jobs', 'text', 'text');
  expect((await keptJobs(now)).map(({ id }) => id)).toEqual(['good']);
  expect(await db.getAllKeys('jobs')).toEqual(['good']);
  db.close();
});
