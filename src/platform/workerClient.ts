import { createWorker } from './createWorker.ts';
import type { CallMessage, Methods, ReplyMessage } from './workerProtocol.ts';

type Pending = {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly report: (progress: unknown) => void;
};

export type CallOptions<Progress> = {
  readonly signal?: AbortSignal;
  readonly transfer?: readonly Transferable[];
  readonly onProgress?: (progress: Progress) => void;
};

export type WorkerClient<M extends Methods> = {
  /** Rejects with the worker's error, or at once with the signal's reason; a later answer of an aborted call is dropped. */
  call<Name extends keyof M & string>(
    method: Name,
    argument: M[Name]['argument'],
    options?: CallOptions<M[Name]['progress']>,
  ): Promise<M[Name]['answer']>;
  /** Ends the worker at once, whatever it is doing. Calls under way reject with an AbortError; the next call starts a new worker. */
  terminate(): void;
};

const errorFrom = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** A lazily started worker behind typed calls. `url` comes from an import with `?worker&url`. */
export const workerClient = <M extends Methods>(url: string, name: string): WorkerClient<M> => {
  let worker: Worker | null = null;
  let nextId = 1;
  const pending = new Map<number, Pending>();

  const settle = (reply: ReplyMessage): void => {
    const call = pending.get(reply.id);
    if (!call) return;
    if (reply.kind === 'progress') return call.report(reply.progress);
    pending.delete(reply.id);
    if (reply.kind === 'answer') call.resolve(reply.answer);
    else call.reject(errorFrom(reply.name, reply.message));
  };

  const rejectAll = (reason: Error): void => {
    const calls = [...pending.values()];
    pending.clear();
    for (const call of calls) call.reject(reason);
  };

  const terminate = (): void => {
    worker?.terminate();
    worker = null;
    rejectAll(new DOMException('The worker was stopped.', 'AbortError'));
  };

  const start = (): Worker => {
    const started = createWorker(url, name);
    started.onmessage = (event: MessageEvent<ReplyMessage>) => settle(event.data);
    started.onerror = (event) => {
      event.preventDefault();
      worker = null;
      rejectAll(new Error(event.message || `The ${name} worker stopped unexpectedly.`));
    };
    return started;
  };

  return {
    terminate,
    call(method, argument, { signal, transfer = [], onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const id = nextId++;
        const abort = () => {
          if (pending.delete(id)) reject(signal?.reason);
        };
        signal?.addEventListener('abort', abort, { once: true });
        const done = () => signal?.removeEventListener('abort', abort);
        pending.set(id, {
          resolve: (answer) => (done(), resolve(answer)),
          reject: (reason) => (done(), reject(reason)),
          report: (progress) => onProgress?.(progress),
        });
        worker ??= start();
        worker.postMessage({ id, method, argument } satisfies CallMessage, [...transfer]);
      });
    },
  };
};
