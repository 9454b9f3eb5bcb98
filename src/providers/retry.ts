import type { CallContext } from './contract.ts';
import type { CallPurpose } from './errorFrom.ts';
import { ProviderError } from './errors.ts';

export type RetryPolicy = {
  readonly purpose: CallPurpose;
  /** Calls in total, the first one included. */
  readonly attempts: number;
  /** The wait before the second call, ms; doubled every time. */
  readonly baseMs?: number;
  /** A further failure that is worth a call, given the number of calls made so far. */
  readonly alsoAfter?: (error: ProviderError, made: number) => boolean;
  /** Injected by tests; 0 to 1. */
  readonly random?: () => number;
};

const BASE_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A server that asks for more than this is not waited for: the user is told instead. */
const LONGEST_HINT_MS = 120_000;
/** So that clients which failed together do not come back together. */
const JITTER = 0.25;

/**
 * Calls `attempt` until it succeeds, waiting in between: as long as the server asked, but hardly less than 1, 2, 4, 8 ... times `baseMs`.
 * A call that may be billed is repeated only after a refusal, never after an ambiguous failure (a lost connection, a timeout, an answer
 * that a server in between lost), whatever `alsoAfter` says. Rejects with the last error, or the signal's reason once it is aborted.
 */
export const withRetries = async <T>(call: CallContext, policy: RetryPolicy, attempt: () => Promise<T>): Promise<T> => {
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      if (call.signal.aborted) throw call.signal.reason;
      if (!(error instanceof ProviderError) || made >= policy.attempts || !isRepeatable(error, policy, made))
        throw error;
      const waitMs = waitBefore(made + 1, error.facts.retryAfterMs, policy);
      call.onProgress({ stage: 'retrying', attempt: made + 1, attempts: policy.attempts, waitMs });
      await call.wait(waitMs, call.signal);
    }
  }
};

const isRepeatable = (error: ProviderError, policy: RetryPolicy, made: number): boolean => {
  const { retryAfterMs = 0 } = error.facts;
  if (retryAfterMs > LONGEST_HINT_MS) return false;
  if (policy.purpose === 'submit' && isAmbiguous(error)) return false;
  return (
    isRefusal(error) || (policy.purpose !== 'submit' && isPassing(error)) || (policy.alsoAfter?.(error, made) ?? false)
  );
};

/** Nobody knows whether the call was worked on. */
const isAmbiguous = ({ kind, facts }: ProviderError): boolean =>
  kind === 'network' || kind === 'timeout' || kind === 'malformed' || facts.status === 502 || facts.status === 504;

/** The server said that it did not take the call, and to come back later. */
const isRefusal = ({ kind, facts }: ProviderError): boolean =>
  kind === 'rate-limit' || (kind === 'unavailable' && facts.retryAfterMs !== undefined);

/** Gone by itself, probably: worth another call where calls cost nothing. */
export const isPassing = ({ kind, facts }: ProviderError): boolean =>
  kind === 'network' ||
  kind === 'timeout' ||
  kind === 'unavailable' ||
  (kind === 'provider' && (facts.status ?? 0) >= 500);

const waitBefore = (
  attempt: number,
  hintMs: number | undefined,
  { baseMs = BASE_MS, random = Math.random }: RetryPolicy,
) => {
  const planned = Math.min(baseMs * 2 ** (attempt - 2), LONGEST_WAIT_MS);
  return Math.round(
    hintMs === undefined ? planned * (1 - JITTER + 2 * JITTER * random()) : Math.max(hintMs, planned * (1 - JITTER)),
  );
};
