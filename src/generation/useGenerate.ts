import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Picture } from '../document/editDocument.ts';
import type { Generation } from '../document/generation.ts';
import { documentStore, putGeneration } from '../document/store.ts';
import { stoppedSentence } from './billing.ts';
import { isSameOrder, type Order } from './order.ts';
import { problemOf } from './problemOf.ts';
import { addJob, frontJob, queueStore, removeJob, showProblem, type Job, type JobId } from './queueStore.ts';
import type { ResumeOrder } from './resumeJobs.ts';
import type { Task } from './runTask.ts';
import { stagesOf } from './stages.ts';

export type UseGenerate = {
  /**
   * Begins a generation, or lets it wait for its turn at the provider. False, and nothing is begun, where the same is under way already:
   * one press is one request, however fast it is repeated.
   */
  readonly start: (order: Order) => boolean;
  /** Waits again for a job of an earlier visit. False where that is under way already. */
  readonly resume: (order: ResumeOrder) => boolean;
  /** Ends one at once (without an id the one in front) and says honestly whether it may be billed; null where there was none. */
  readonly stop: (id?: JobId) => string | null;
};

/** ms for which a press is taken for a repetition of the one before even when that has ended meanwhile. */
const slipMs = 1000;

/** The generations under way, as React sees them: a mutation each, and none is ever repeated on its own. */
export const useGenerate = (onDone: (generation: Generation) => void): UseGenerate => {
  const tasks = useRef(new Map<JobId, Task>());
  const last = useRef<{ readonly order: Order; readonly at: number } | null>(null);

  const mutation = useMutation({
    mutationKey: ['generate'],
    retry: false,
    networkMode: 'always',
    // What a generation needs comes with the first one, or when the editor has nothing else to do.
    mutationFn: async (task: Task) => (await import('./runTask.ts')).runTask(task),
    onSuccess(generation, { controller }) {
      if (controller.signal.aborted) return;
      putGeneration(generation);
      onDone(generation);
    },
    onError(error, { controller, provider }) {
      if (!controller.signal.aborted) showProblem(problemOf(error, provider));
    },
    onSettled(_generation, _error, { id }) {
      tasks.current.delete(id);
      removeJob(id);
    },
  });

  const stop = (task: Task): void => {
    task.controller.abort(new DOMException('Stopped by the user.', 'AbortError'));
    tasks.current.delete(task.id);
    removeJob(task.id);
  };

  // Another file takes the picture's place: what is being made for the one before has nowhere to go.
  useEffect(() => {
    const running = tasks.current;
    return documentStore.subscribe((now, was) => {
      if (now.file !== was.file) for (const task of [...running.values()]) stop(task);
    });
  }, []);

  const begin = (task: Task, job: Omit<Job, 'id' | 'provider' | 'running'>): true => {
    const { id, provider } = task;
    tasks.current.set(id, task);
    addJob({ ...job, id, provider: { id: provider.id, label: provider.label }, running: null });
    mutation.mutate(task);
    return true;
  };

  return {
    start(order) {
      const now = performance.now();
      const isSlip = last.current && now - last.current.at < slipMs && isSameOrder(last.current.order, order);
      const isUnderWay = [...tasks.current.values()].some((task) => task.order && isSameOrder(task.order, order));
      if (isSlip || isUnderWay) return false;
      last.current = { order, at: now };
      return begin(taskOf(order), { ...order.request, source: order.document.source });
    },
    resume(order) {
      if (tasks.current.has(order.record.id)) return false;
      return begin(resumeTaskOf(order), { ...order.record.asked, source: order.document.source });
    },
    stop(id) {
      const task = tasks.current.get(id ?? frontJob(queueStore.getState())?.id ?? '');
      if (!task) return null;
      stop(task);
      return stoppedSentence(task.billing, task.provider.label);
    },
  };
};

const taskOf = (given: Order): Task => {
  const order: Order = { ...given, file: given.file ?? openedFile(given.document.source) };
  const { provider, call, request } = order;
  const { operations, maxCandidates } = provider.capabilities(call.connection.settings);
  const transport = (operations[request.operation] ?? operations.inpaint)?.transport ?? 'multipart';
  return {
    id: crypto.randomUUID(),
    order,
    provider,
    call,
    stages: stagesOf(transport),
    candidates: Math.min(request.candidates, maxCandidates),
    controller: new AbortController(),
    billing: transport === 'pixels' ? 'free' : 'nothing-sent',
    run: async (context) => (await import('./generate.ts')).generate(order, context),
  };
};

const resumeTaskOf = (order: ResumeOrder): Task => ({
  id: order.record.id,
  order: null,
  provider: order.provider,
  call: order.call,
  stages: stagesOf('public-url'),
  candidates: order.record.candidates,
  controller: new AbortController(),
  billing: 'sent',
  run: async (context) => (await import('./resumeJobs.ts')).resumeJob(order, context),
});

/** The opened file where it is the source; a result that became the source has none. */
const openedFile = (source: Picture): NonNullable<Order['file']> | null => {
  const { original, file } = documentStore.getState();
  return original?.id === source.id ? file : null;
};
