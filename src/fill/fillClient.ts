import { workerClient } from '../platform/workerClient.ts';
import { FillError } from './fillError.ts';
import type { FillJob, FillProgress, FillResult } from './fillJob.ts';
import type { FillMethods } from './fillMethods.ts';
import url from './fill.worker.ts?worker&url';

export type FillOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FillProgress) => void;
};

/** ms without a job after which the worker is ended, which gives its memory back. */
const idleMs = 5000;

const client = workerClient<FillMethods>(url, 'fill');
/** Settles when all jobs handed in so far are done: the worker has one at a time, so that stopping one stops no other. */
let lastJob: Promise<unknown> = Promise.resolve();
let idleTimer: ReturnType<typeof setTimeout> | undefined;

/**
 * Fills the hole of a job in the worker. The job's two arrays are moved there when its turn comes: the caller's are empty from then
 * on, even when the job fails. Aborting ends the worker at once and rejects with the signal's reason; refusals are a FillError.
 */
export const fillHole = (job: FillJob, options: FillOptions = {}): Promise<FillResult> => {
  const earlier = lastJob;
  const done = turnAfter(earlier, options.signal).then(() => run(job, options));
  lastJob = Promise.allSettled([earlier, done]);
  return done;
};

/** Resolves when `earlier` does, which never rejects; rejects as soon as the signal aborts. */
const turnAfter = (earlier: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    void earlier.then(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
  });

const run = async (job: FillJob, { signal, onProgress }: FillOptions): Promise<FillResult> => {
  signal?.throwIfAborted();
  clearTimeout(idleTimer);
  const stop = (): void => client.terminate();
  try {
    const answering = client.call('fill', job, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
      transfer: [job.pixels.buffer, job.hole.buffer],
    });
    // Added after the call's own listener, which rejects with the signal's reason before the worker is ended.
    signal?.addEventListener('abort', stop, { once: true });
    const answer = await answering;
    if (answer.kind === 'refused') throw new FillError(answer.reason);
    return answer.result;
  } finally {
    signal?.removeEventListener('abort', stop);
    idleTimer = setTimeout(() => client.terminate(), idleMs);
  }
};
