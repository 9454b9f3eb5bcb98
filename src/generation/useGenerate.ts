import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type RefObject } from 'react';
import type { Generation } from '../document/generation.ts';
import { addGeneration, documentStore } from '../document/store.ts';
import { generate, type Order } from './generate.ts';
import { problemOf } from './problemOf.ts';
import { addJob, removeJob, showProblem, updateJob, type JobId } from './queueStore.ts';
import { overallFraction, stagesOf, type Running, type Stage } from './stages.ts';

export type UseGenerate = {
  /** Begins a generation; does nothing while one is running, so that one press is one request. */
  readonly start: (order: Order) => void;
  /** Ends the running one at once. What it would have brought is dropped. */
  readonly stop: () => void;
};

type Task = { readonly id: JobId; readonly order: Order; readonly signal: AbortSignal };

/** The generations under way, as React sees them. Never repeats a failed one on its own. */
export const useGenerate = (onDone: (generation: Generation) => void): UseGenerate => {
  const controller = useRef<AbortController | null>(null);

  const mutation = useMutation({
    mutationKey: ['generate'],
    retry: false,
    networkMode: 'always',
    mutationFn: ({ id, order, signal }: Task) => {
      const report = (stage: Stage, fraction: number): void =>
        updateJob(id, (job) => ({ ...job, running: advanced(job.running, stage, fraction) }));
      return generate(order, { signal, report });
    },
    onSuccess(generation, { signal }) {
      if (signal.aborted) return;
      addGeneration(generation);
      onDone(generation);
    },
    onError(error, { signal, order }) {
      if (!signal.aborted) showProblem(problemOf(error, order.provider));
    },
    onSettled(_generation, _error, { id, signal }) {
      removeJob(id);
      if (controller.current?.signal === signal) controller.current = null;
    },
  });

  // Another file takes the picture's place: what is being made for the one before has nowhere to go.
  useEffect(() => documentStore.subscribe((now, was) => now.file !== was.file && abort(controller)), []);

  return {
    start(order) {
      if (controller.current) return;
      controller.current = new AbortController();
      const id = crypto.randomUUID();
      const { provider, request, document } = order;
      const { prompt, operation } = request;
      addJob({
        id,
        provider: { id: provider.id, label: provider.label },
        operation,
        prompt,
        source: document.source,
        running: null,
      });
      mutation.mutate({ id, order, signal: controller.current.signal });
    },
    stop: () => abort(controller),
  };
};

const advanced = (running: Running | null, stage: Stage, fraction: number): Running => {
  const stages = running?.stages ?? stagesOf('pixels');
  const now = performance.now();
  return {
    stages,
    stage,
    fraction: Math.max(running?.fraction ?? 0, overallFraction(stages, stage, fraction)),
    startedAt: running?.startedAt ?? now,
    stageStartedAt: { [stage]: now, ...running?.stageStartedAt },
    step: { number: 1, of: 1 },
    retry: null,
    queuePosition: null,
    arrived: { number: 0, of: 1 },
  };
};

const abort = (controller: RefObject<AbortController | null>): void => {
  controller.current?.abort(new DOMException('Stopped by the user.', 'AbortError'));
  controller.current = null;
};
