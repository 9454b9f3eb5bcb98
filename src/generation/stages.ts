import type { Transport } from '../providers/contract.ts';

/** The stages of a generation, in order. A provider in this browser fills in, any other is waited for. */
export type Stage = 'preparing' | 'uploading' | 'waiting' | 'filling' | 'downloading' | 'blending';

/** The stages that a generation goes through. */
export const stagesOf = (transport: Transport): readonly Stage[] =>
  transport === 'pixels'
    ? ['preparing', 'filling', 'blending']
    : ['preparing', 'uploading', 'waiting', 'downloading', 'blending'];

/** A generation under way. */
export type Running = {
  readonly stages: readonly Stage[];
  readonly stage: Stage;
  /** 0 to 1 over the whole job; never runs backwards. */
  readonly fraction: number;
  /** performance.now() at the start and at the start of each stage so far, ms. */
  readonly startedAt: number;
  readonly stageStartedAt: Readonly<Partial<Record<Stage, number>>>;
  /** Which call of how many. */
  readonly step: { readonly number: number; readonly of: number };
  /** While the provider asked for patience: the attempt that comes next, and when, as performance.now(), ms. */
  readonly retry: { readonly attempt: number; readonly attempts: number; readonly at: number } | null;
  /** How many are before this one at the provider, where it tells. */
  readonly queuePosition: number | null;
  /** Pictures that have come so far, of how many. */
  readonly arrived: { readonly number: number; readonly of: number };
};

/** Share of the whole job that each stage takes. */
const weights: Readonly<Record<Stage, number>> = {
  preparing: 6,
  uploading: 12,
  waiting: 62,
  filling: 86,
  downloading: 12,
  blending: 8,
};

/** 0 to 1 over the whole job, of a stage that is done by `fraction`, in call `step.number` of `step.of`. */
export const overallFraction = (
  stages: readonly Stage[],
  stage: Stage,
  fraction: number,
  step: Running['step'] = { number: 1, of: 1 },
): number => {
  const total = stages.reduce((sum, each) => sum + weights[each], 0);
  const before = stages.slice(0, stages.indexOf(stage)).reduce((sum, each) => sum + weights[each], 0);
  return (step.number - 1 + (before + weights[stage] * fraction) / total) / step.of;
};
