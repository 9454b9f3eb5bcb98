import type { Generation } from '../document/generation.ts';
import { putGeneration } from '../document/store.ts';
import type { EditProvider } from '../providers/contract.ts';
import type { Billing } from './billing.ts';
import type { GenerateContext } from './generate.ts';
import type { CallSetup, Order } from './order.ts';
import { advance, startRunning, type ProgressChange } from './progress.ts';
import { updateJob, type JobId } from './queueStore.ts';
import type { Stage } from './stages.ts';
import { takeTurn } from './turns.ts';

/** One job with all that it needs to run. */
export type Task = {
  readonly id: JobId;
  /** null for a job of an earlier visit. */
  readonly order: Order | null;
  readonly provider: EditProvider;
  readonly call: CallSetup;
  readonly stages: readonly Stage[];
  readonly candidates: number;
  readonly controller: AbortController;
  billing: Billing;
  readonly run: (context: GenerateContext) => Promise<Generation>;
};

/** Waits for the job's turn and runs it; what comes of it goes into the queue's and the document's store. Rejects like `generate`. */
export const runTask = async (task: Task): Promise<Generation> => {
  const { id, provider, call, stages, candidates, controller } = task;
  const { signal } = controller;
  const endTurn = await takeTurn(provider.id, provider.capabilities(call.connection.settings).concurrency, signal);
  try {
    updateJob(id, (job) => ({ ...job, running: startRunning(stages, candidates, performance.now()) }));
    return await task.run({
      signal,
      report: (change: ProgressChange) =>
        updateJob(id, (job) =>
          job.running ? { ...job, running: advance(job.running, change, performance.now()) } : job,
        ),
      onBilling: (billing) => {
        task.billing = billing;
      },
      onArrival: (generation) => {
        if (!signal.aborted) putGeneration(generation);
      },
    });
  } finally {
    endTurn();
  }
};
