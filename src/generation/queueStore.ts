import { createStore } from 'zustand/vanilla';
import type { Picture } from '../document/editDocument.ts';
import type { Operation } from '../providers/contract.ts';
import type { Problem } from './problem.ts';
import type { Running } from './stages.ts';

export type JobId = string;

/** One press of Generate that has not ended yet. */
export type Job = {
  readonly id: JobId;
  readonly provider: { readonly id: string; readonly label: string };
  readonly operation: Operation;
  readonly prompt: string;
  /** The picture it was asked for, which may no longer be the document's source. */
  readonly source: Picture;
  /** null while it waits for its turn. */
  readonly running: Running | null;
};

export type QueueState = {
  /** In the order of the presses; the ended ones are gone. */
  readonly jobs: readonly Job[];
  /** What went wrong last, until the next press or another picture. */
  readonly problem: Problem | null;
};

/** The generations under way. Written only by the functions below. */
export const queueStore = createStore<QueueState>(() => ({ jobs: [], problem: null }));

/** The job that is shown when there is room for one: the first that is running, else the first that waits. */
export const frontJob = ({ jobs }: QueueState): Job | null => jobs.find(({ running }) => running) ?? jobs[0] ?? null;

/** Adds a job and takes the last problem away. */
export const addJob = (job: Job): void => {
  queueStore.setState(({ jobs }) => ({ jobs: [...jobs, job], problem: null }));
};

/** Changes a job that is still there. */
export const updateJob = (id: JobId, change: (job: Job) => Job): void => {
  queueStore.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? change(job) : job)) }));
};

export const removeJob = (id: JobId): void => {
  queueStore.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
};

export const showProblem = (problem: Problem | null): void => {
  queueStore.setState({ problem });
};
