import type { MiddlewareHandler } from 'hono';
import { clientAddress } from './connection.ts';
import type { Limits } from './limits.ts';
import { problem } from './problem.ts';

/** So many clients are remembered; beyond that the longest unseen ones are forgotten. */
const MOST_CLIENTS = 10_000;

type Bucket = { tokens: number; at: number };

/** A token bucket per client address. `now` in ms. */
export const rateLimit = (
  { burst, perSecond }: Pick<Limits, 'burst' | 'perSecond'>,
  now: () => number,
): MiddlewareHandler => {
  const buckets = new Map<string, Bucket>();
  return async (context, next) => {
    const client = clientAddress(context);
    const last = buckets.get(client) ?? { tokens: burst, at: now() };
    const tokens = Math.min(burst, last.tokens + ((now() - last.at) / 1000) * perSecond);
    buckets.delete(client);
    buckets.set(client, { tokens: tokens < 1 ? tokens : tokens - 1, at: now() });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_CLIENTS && oldest !== undefined) buckets.delete(oldest);
    if (tokens < 1) {
      const seconds = String(Math.ceil((1 - tokens) / perSecond));
      return problem(context, 429, 'too-many-requests', 'That were too many requests in a short time.', {
        'retry-after': seconds,
      });
    }
    await next();
    return undefined;
  };
};
