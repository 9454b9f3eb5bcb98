import type { CallContext } from './contract.ts';
import { providerError } from './errorFrom.ts';
import { ProviderError } from './errors.ts';
import { isPassing } from './retry.ts';

/** What one look at a job showed. */
export type Look<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly fraction?: number; readonly queuePosition?: number; readonly nextMs?: number };

export type PollPolicy = {
  readonly label: string;
  readonly firstMs: number;
  /** Each wait is this many times the one before; 1.5 if left out. */
  readonly factor?: number;
  readonly longestMs?: number;
  /** Given up after this long, ms. */
  readonly deadlineMs: number;
};

const LONGEST_MS = 10_000;
/** Looks in a row that may fail on the way: a job outlives a short loss of the connection. */
const TOLERATED = 3;

/**
 * Looks at a job again and again until it is done. Looking is free and so repeated after failures on the way; other errors end it.
 * Rejects with a ProviderError, kind timeout when the deadline has passed, or with the signal's reason once it is aborted.
 */
export const poll = async <T>(call: CallContext, policy: PollPolicy, look: () => Promise<Look<T>>): Promise<T> => {
  const { label, firstMs, factor = 1.5, longestMs = LONGEST_MS, deadlineMs } = policy;
  const began = performance.now();
  let waited = 0;
  let interval = firstMs;
  let failures = 0;
  call.onProgress({ stage: 'waiting', fraction: null });
  for (;;) {
    // The clock covers slow answers; the sum covers waits of a test that take no time.
    if (Math.max(waited, performance.now() - began) >= deadlineMs)
      throw providerError(
        'timeout',
        label,
        { mayHaveCharged: 'unknown' },
        {
          message: '{name} has not finished within the time allowed.',
          nextStep: 'The job may still finish there, and may be billed. Try again, or look into your {name} account.',
        },
      );
    let nextMs = interval;
    await call.wait(interval, call.signal);
    waited += interval;
    try {
      const seen = await look();
      failures = 0;
      if (seen.done) return seen.value;
      const { fraction = null, queuePosition } = seen;
      call.onProgress({ stage: 'waiting', fraction, ...(queuePosition !== undefined && { queuePosition }) });
      nextMs = Math.min(seen.nextMs ?? interval * factor, longestMs);
    } catch (error) {
      if (call.signal.aborted) throw call.signal.reason;
      if (
        !(error instanceof ProviderError) ||
        !(isPassing(error) || error.kind === 'rate-limit') ||
        ++failures > TOLERATED
      )
        throw error;
      nextMs = Math.min(Math.max(error.facts.retryAfterMs ?? 0, interval * factor), 6 * longestMs);
    }
    interval = Math.max(1, nextMs);
  }
};
