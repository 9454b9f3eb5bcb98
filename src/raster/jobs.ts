/** Names one call that can be cancelled while it runs. */
export type JobId = number;

const running = new Map<JobId, AbortController>();

/** Runs a job that `cancelJob` can end: its signal is aborted, and the job looks at it between pieces of work. */
export const runJob = async <Value>(job: JobId, run: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
  const controller = new AbortController();
  running.set(job, controller);
  try {
    return await run(controller.signal);
  } finally {
    running.delete(job);
  }
};

/** Does nothing for a job that has ended. */
export const cancelJob = (job: JobId): void => running.get(job)?.abort();
