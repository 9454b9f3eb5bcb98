import { expect, test } from 'vitest';
import { providerError } from './errorFrom.ts';
import { scriptedCall } from './fixtures/scriptedCall.ts';
import { poll, type Look, type PollPolicy } from './poll.ts';

const POLICY: PollPolicy = { label: 'Example', firstMs: 1000, deadlineMs: 300_000 };
const running: Look<string> = { done: false };
const finished: Look<string> = { done: true, value: 'picture' };
const lost = () => providerError('network', 'Example', { mayHaveCharged: 'unknown' });

const run = async (looks: readonly (Look<string> | Error)[], policy = POLICY) => {
  const call = scriptedCall([]);
  let index = 0;
  const outcome = await poll(call, policy, () => {
    const look = looks[Math.min(index++, looks.length - 1)];
    return look instanceof Error ? Promise.reject(look) : Promise.resolve(look ?? running);
  }).catch((error: unknown) => error);
  return { outcome, looks: index, waits: call.waits, progress: call.progress };
};

test('waits grow by half up to ten seconds', async () => {
  const { outcome, waits } = await run([...Array<Look<string>>(8).fill(running), finished]);
  expect(outcome).toBe('picture');
  expect(waits).toEqual([1000, 1500, 2250, 3375, 5062.5, 7593.75, 10_000, 10_000, 10_000]);
});

test('progress and place in the queue are passed on', async () => {
  const { progress } = await run([{ done: false, queuePosition: 3 }, { done: false, fraction: 0.5 }, finished]);
  expect(progress).toEqual([
    { stage: 'waiting', fraction: null },
    { stage: 'waiting', fraction: null, queuePosition: 3 },
    { stage: 'waiting', fraction: 0.5 },
  ]);
});

test('a job that never ends is given up at the deadline, and may be billed', async () => {
  const { outcome, waits } = await run([running]);
  expect(outcome).toMatchObject({ kind: 'timeout', facts: { mayHaveCharged: 'unknown' } });
  expect(waits.reduce((sum, ms) => sum + ms)).toBeLessThan(310_000);
});

test('three failures in a row are tolerated, and counted anew after a success', async () => {
  expect((await run([lost(), lost(), lost(), running, lost(), lost(), lost(), finished])).outcome).toBe('picture');
  expect(await run([lost(), lost(), lost(), lost(), finished])).toMatchObject({
    outcome: { kind: 'network' },
    looks: 4,
  });
});

test('a refusal ends it at once', async () => {
  const refused = providerError('auth', 'Example', { mayHaveCharged: 'no' });
  expect(await run([running, refused])).toMatchObject({ outcome: { kind: 'auth' }, looks: 2 });
});

test('Stop while waiting ends with its reason and without another look', async () => {
  const call = scriptedCall([]);
  let looks = 0;
  const outcome = poll(call, POLICY, () => {
    looks++;
    call.controller.abort('stopped');
    return Promise.resolve(running);
  });
  await expect(outcome).rejects.toBe('stopped');
  expect(looks).toBe(1);
});
