import type { StepProgress } from '../providers/contract.ts';
import { overallFraction, type Running, type Stage } from './stages.ts';

/** What a running job tells about itself; what is left out stays as it was. */
export type ProgressChange = {
  readonly stage?: Stage;
  /** 0 to 1 within the stage. */
  readonly fraction?: number;
  readonly step?: Running['step'];
  readonly retry?: Running['retry'];
  readonly queuePosition?: number | null;
  readonly arrived?: Running['arrived'];
};

/** A job that begins to run. `now` is performance.now(), ms. */
export const startRunning = (stages: readonly Stage[], candidates: number, now: number): Running => ({
  stages,
  stage: stages[0] ?? 'preparing',
  fraction: 0,
  startedAt: now,
  stageStartedAt: { [stages[0] ?? 'preparing']: now },
  step: { number: 1, of: 1 },
  retry: null,
  queuePosition: null,
  arrived: { number: 0, of: candidates },
});

/** The job after a change. A stage that has begun keeps its time, and the fraction never runs backwards. */
export const advance = (running: Running, change: ProgressChange, now: number): Running => {
  const { stage = running.stage, fraction = 0, step = running.step } = change;
  return {
    ...running,
    stage,
    step,
    fraction: Math.max(running.fraction, overallFraction(running.stages, stage, fraction, step)),
    stageStartedAt: { [stage]: now, ...running.stageStartedAt },
    retry: change.retry ?? null,
    queuePosition: change.queuePosition ?? null,
    arrived: change.arrived ?? running.arrived,
  };
};

/** What an adapter tells, in the words of the stages. `now` is performance.now(), ms. */
export const changeOf = (progress: StepProgress, stages: readonly Stage[], now: number): ProgressChange => {
  const waiting = stages.includes('filling') ? 'filling' : 'waiting';
  switch (progress.stage) {
    case 'uploading':
      return { stage: 'uploading', fraction: progress.fraction };
    case 'waiting':
      return { stage: waiting, fraction: progress.fraction ?? 0, queuePosition: progress.queuePosition ?? null };
    case 'retrying': {
      const { attempt, attempts, waitMs } = progress;
      return { stage: waiting, retry: { attempt, attempts, at: now + waitMs } };
    }
    case 'downloading':
      return { stage: 'downloading' };
  }
};
