import { createStore } from 'zustand/vanilla';

/** The stages of one generation, in order. */
export const stages = ['preparing', 'filling', 'blending'] as const;
export type Stage = (typeof stages)[number];

/** A generation under way. */
export type Running = {
  readonly stage: Stage;
  /** 0 to 1 over the whole job. */
  readonly fraction: number;
  /** performance.now() at the press and at the start of each stage so far, ms. */
  readonly startedAt: number;
  readonly stageStartedAt: Readonly<Partial<Record<Stage, number>>>;
};

export type ProgressState = {
  readonly running: Running | null;
  readonly problem: Problem | null;
};

/** A failure in plain words: one sentence, the provider's own words if any, the next step. */
export type Problem = {
  readonly sentence: string;
  readonly providerWords?: string;
  readonly nextStep: string;
  readonly canRetry: boolean;
};

export const progressStore = createStore<ProgressState>(() => ({ running: null, problem: null }));
