import * as z from 'zod/mini';
import type { GatewayConfig } from './gatewayConfig.ts';
import { networkFetch } from './http.ts';

const uploads = z.nullable(z.enum(['local', 's3']));

const configSchema = z.object({
  providers: z.record(
    z.string(),
    z.object({ keyInGateway: z.boolean(), baseUrl: z.nullable(z.string()), uploads, webhooks: z.boolean() }),
  ),
  publicUrl: z.nullable(z.string()),
  uploads,
  webhooks: z.boolean(),
});

/** How long a gateway may take to say what it is before the page goes on without, ms. */
const patienceMs = 10_000;

/**
 * What the gateway of this page says of itself; null where there is none: on a plain file host the path leads to nothing or to a page.
 * `fetch` is the browser's, or a test's. Rejects only with the signal's reason.
 */
export const fetchGatewayConfig = async (
  signal: AbortSignal,
  fetch: typeof globalThis.fetch = networkFetch,
): Promise<GatewayConfig | null> => {
  try {
    const response = await fetch('/api/config', {
      headers: { 'x-overpaint': '1' },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return null;
    return configSchema.safeParse(await response.json()).data ?? null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
};
