import * as z from 'zod/mini';
import type { CallContext } from './contract.ts';
import { ProviderError } from './errors.ts';

type Webhook = NonNullable<CallContext['webhook']>;

const openedSchema = z.object({ nonce: z.string(), url: z.string() });
const eventSchema = z.object({ provider: z.string(), jobId: z.string(), body: z.unknown() });

const headers = { 'x-overpaint': '1' };
/** ms until a broken connection is taken up again. */
const pauseMs = 2000;

/** An address that a provider may call, and the name under which the gateway keeps what it is told. */
export type OpenedWebhook = { readonly nonce: string; readonly webhook: Webhook };

/** Asks the gateway for an address that the provider may call once; null where it has none to offer. Rejects only when aborted. */
export const openWebhook = async (
  { fetch, wait, signal }: Pick<CallContext, 'fetch' | 'wait' | 'signal'>,
  provider: string,
): Promise<OpenedWebhook | null> => {
  try {
    const answer = await fetch(`/api/webhooks/${provider}`, { method: 'POST', headers, signal, redirect: 'error' });
    if (!answer.ok) return null;
    const { nonce, url } = z.parse(openedSchema, await answer.json());
    return { nonce, webhook: { url, arrival: arrivalOf({ fetch, wait }, nonce) } };
  } catch {
    signal.throwIfAborted();
    return null;
  }
};

/** Listens again, after a reload, for what the provider tells about a job submitted before. */
export const reopenWebhook = (call: Pick<CallContext, 'fetch' | 'wait'>, nonce: string): Webhook => ({
  // The provider has the address already.
  url: '',
  arrival: arrivalOf(call, nonce),
});

/** Resolves with the event of a job; takes the connection up again when it breaks. The gateway keeps an event that came meanwhile. */
const arrivalOf =
  ({ fetch, wait }: Pick<CallContext, 'fetch' | 'wait'>, nonce: string): Webhook['arrival'] =>
  async (jobId, signal) => {
    for (;;) {
      const body = await listen(fetch, nonce, jobId, signal).catch((error: unknown) => {
        if (signal.aborted || error instanceof ProviderError) throw signal.aborted ? signal.reason : error;
        return undefined;
      });
      if (body) return body.value;
      await wait(pauseMs, signal);
    }
  };

const listen = async (
  fetch: typeof globalThis.fetch,
  nonce: string,
  jobId: string,
  signal: AbortSignal,
): Promise<{ readonly value: unknown } | undefined> => {
  const address = `/api/events?nonce=${encodeURIComponent(nonce)}`;
  const answer = await fetch(address, { headers, signal, redirect: 'error' });
  if (answer.status === 404) throw forgotten();
  if (!answer.ok || !answer.body) return undefined;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let text = '';
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += piece.value;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const event = eventOf(line);
        if (event?.jobId === jobId) return { value: event.body };
      }
    }
    return undefined;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
};

const eventOf = (line: string): z.infer<typeof eventSchema> | null => {
  if (!line.startsWith('data:')) return null;
  try {
    return z.parse(eventSchema, JSON.parse(line.slice(5)));
  } catch {
    return null;
  }
};

const forgotten = (): ProviderError =>
  new ProviderError(
    'result-expired',
    'The gateway no longer knows about this job.',
    'See in your account at the provider whether it was finished.',
    { mayHaveCharged: 'unknown' },
  );
