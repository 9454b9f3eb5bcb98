import { LIFETIME_MS } from './limits.ts';
import { randomName } from './secrets.ts';

/** What a provider reported about a job, as the page gets it. */
export type JobEvent = { readonly provider: string; readonly jobId: string; readonly body: unknown };

export type Listener = (event: JobEvent) => void;

/** So many nonces are open at once; beyond that the oldest are given up. */
const MOST_NONCES = 1000;
const MOST_LISTENERS = 8;

type Entry = {
  readonly provider: string;
  expiresAt: number;
  event: JobEvent | null;
  readonly listeners: Set<Listener>;
};

/**
 * Where events wait for the page. A nonce stands for one expected job: it takes one final event, which is kept for an hour, so that a
 * reloaded page gets it too. `now` in ms.
 */
export type EventBoard = ReturnType<typeof makeEventBoard>;

export const makeEventBoard = (now: () => number) => {
  const entries = new Map<string, Entry>();
  const find = (nonce: string): Entry | undefined => {
    const entry = entries.get(nonce);
    return entry && entry.expiresAt > now() ? entry : undefined;
  };

  return {
    /** A new nonce for a job of this provider. */
    open(provider: string): string {
      const nonce = randomName();
      entries.set(nonce, { provider, expiresAt: now() + LIFETIME_MS, event: null, listeners: new Set() });
      const [oldest] = entries.keys();
      if (entries.size > MOST_NONCES && oldest !== undefined) entries.delete(oldest);
      return nonce;
    },

    /** Whether an event of this provider may come under this nonce. */
    isOpen: (provider: string, nonce: string): boolean => find(nonce)?.provider === provider,

    isKnown: (nonce: string): boolean => find(nonce) !== undefined,

    /** Keeps the event and tells who listens. False where the nonce is used up already: then nothing changes. */
    deliver(nonce: string, event: JobEvent): boolean {
      const entry = find(nonce);
      if (!entry || entry.event) return false;
      entry.event = event;
      entry.expiresAt = now() + LIFETIME_MS;
      for (const listener of entry.listeners) listener(event);
      return true;
    },

    /** Calls the listener with the kept event, if there is one, and with one that comes. Returns what ends it; null where too many listen. */
    listen(nonce: string, listener: Listener): (() => void) | null {
      const entry = find(nonce);
      if (!entry || entry.listeners.size >= MOST_LISTENERS) return null;
      entry.listeners.add(listener);
      if (entry.event) listener(entry.event);
      return () => entry.listeners.delete(listener);
    },

    /** Forgets what has expired. */
    sweep() {
      for (const [nonce, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(nonce);
    },
  };
};
