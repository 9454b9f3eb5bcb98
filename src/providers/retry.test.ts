import fc from 'fast-check';
import { expect, test } from 'vitest';
import { providerError } from './errorFrom.ts';
import type { ProviderErrorFacts, ProviderErrorKind } from './errors.ts';
import { scriptedCall } from './fixtures/scriptedCall.ts';
import { withRetries, type RetryPolicy } from './retry.ts';

const failing = (kind: ProviderErrorKind, facts: Partial<ProviderErrorFacts> = {}) =>
  providerError(kind, 'Example', { mayHaveCharged: 'unknown', ...facts });

/** Runs with an attempt that fails with these errors in turn, then with the last for ever. */
const run = async (policy: RetryPolicy, ...errors: (Error | null)[]) => {
  const call = scriptedCall([]);
  let made = 0;
  const outcome = await withRetries(call, policy, () => {
    const error = errors[Math.min(made++, errors.length - 1)];
    return error ? Promise.reject(error) : Promise.resolve('done');
  }).catch((error: unknown) => error);
  return { outcome, made, waits: call.waits, progress: call.progress };
};

const SUBMIT: RetryPolicy = { purpose: 'submit', attempts: 5, random: () => 0.5 };
const FOLLOW: RetryPolicy = { purpose: 'follow', attempts: 3, random: () => 0.5 };

test('five calls have four waits between them: 1, 2, 4, 8 s', async () => {
  const { outcome, made, waits, progress } = await run(SUBMIT, failing('rate-limit'));
  expect(outcome).toMatchObject({ kind: 'rate-limit' });
  expect([made, waits]).toEqual([5, [1000, 2000, 4000, 8000]]);
  expect(progress).toEqual(
    [1000, 2000, 4000, 8000].map((waitMs, index) => ({ stage: 'retrying', attempt: index + 2, attempts: 5, waitMs })),
  );
});

test('jitter stays within a quarter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (at) => {
      const { waits } = await run({ ...SUBMIT, random: () => at }, failing('rate-limit'));
      expect(waits).toHaveLength(4);
      waits.forEach((ms, index) => expect(Math.abs(ms / (1000 * 2 ** index) - 1)).toBeLessThanOrEqual(0.2501));
    }),
    { numRuns: 200 },
  );
});

test.each([
  [3_000, 3_000],
  [120_000, 120_000],
  [0, 750],
])('a server that asks for %i ms is given %i ms', async (retryAfterMs, waited) => {
  const { waits } = await run(SUBMIT, failing('rate-limit', { retryAfterMs }), null);
  expect(waits).toEqual([waited]);
});

test('a server that asks for minutes is not waited for', async () => {
  const { made, waits } = await run(SUBMIT, failing('rate-limit', { retryAfterMs: 120_001 }));
  expect([made, waits]).toEqual([1, []]);
});

test.each<[ProviderErrorKind, Partial<ProviderErrorFacts>]>([
  ['network', {}],
  ['timeout', {}],
  ['malformed', {}],
  ['provider', { status: 502 }],
  ['provider', { status: 504 }],
  ['unavailable', { status: 502, retryAfterMs: 1 }],
])('a paid call is not repeated after %s %j, whatever the policy says', async (kind, facts) => {
  const { made } = await run({ ...SUBMIT, alsoAfter: () => true }, failing(kind, facts), null);
  expect(made).toBe(1);
});

test.each<ProviderErrorKind>([
  'auth',
  'forbidden',
  'quota',
  'validation',
  'moderation',
  'not-found',
  'unsupported',
  'config',
])('%s is final, paid or not', async (kind) => {
  for (const policy of [SUBMIT, FOLLOW]) expect((await run(policy, failing(kind), null)).made).toBe(1);
});

test.each<ProviderErrorKind>(['network', 'timeout', 'rate-limit', 'unavailable'])(
  'a free call goes on after %s',
  async (kind) => {
    expect(await run(FOLLOW, failing(kind), null)).toMatchObject({ outcome: 'done', made: 2 });
  },
);

test('an unavailable server is asked again for a paid call only if it says when', async () => {
  expect((await run(SUBMIT, failing('unavailable', { status: 503 }), null)).made).toBe(1);
  expect((await run(SUBMIT, failing('unavailable', { status: 503, retryAfterMs: 2000 }), null)).made).toBe(2);
});

test('errors that are not the provider’s pass through', async () => {
  const bug = new RangeError('bug');
  expect(await run(FOLLOW, bug)).toMatchObject({ outcome: bug, made: 1 });
});

test('Stop during the wait ends with the reason of the stop', async () => {
  const call = scriptedCall([]);
  const reason = new DOMException('Stopped', 'AbortError');
  let made = 0;
  const stoppedWhileWaiting = () => {
    call.controller.abort(reason);
    return Promise.reject(reason);
  };
  const outcome = withRetries({ ...call, wait: stoppedWhileWaiting }, SUBMIT, () => {
    made++;
    return Promise.reject(failing('rate-limit'));
  });
  await expect(outcome).rejects.toBe(reason);
  expect(made).toBe(1);
});
