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

/** Share of the whole job that each stage takes, for a bar that never runs backwards. */
const shares: Readonly<Record<Stage, { readonly from: number; readonly width: number }>> = {
  preparing: { from: 0, width: 0.06 },
  filling: { from: 0.06, width: 0.86 },
  blending: { from: 0.92, width: 0.08 },
};

export const progressStore = createStore<ProgressState>(() => ({ running: null, problem: null }));

export const startProgress = (): void => {
  const running = { stage: 'preparing', fraction: 0, startedAt: performance.now(), stageStartedAt: {} } as const;
  progressStore.setState({ running, problem: null });
};

/** `fraction` is 0 to 1 within the stage. */
export const reportStage = (stage: Stage, fraction: number): void => {
  progressStore.setState(({ running }) => {
    if (!running) return {};
    const stageStartedAt = { [stage]: performance.now(), ...running.stageStartedAt };
    const { from, width } = shares[stage];
    return {
      running: { ...running, stage, stageStartedAt, fraction: Math.max(running.fraction, from + width * fraction) },
    };
  });
};
