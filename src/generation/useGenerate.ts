import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type RefObject } from 'react';
import { addGeneration, documentStore } from '../document/store.ts';
import type { Generation } from '../document/generation.ts';
import { generate, type EditRequest } from './generate.ts';
import { problemOf } from './problemOf.ts';
import { progressStore, reportStage, startProgress } from './progressStore.ts';

export type UseGenerate = {
  readonly running: boolean;
  /** Begins a generation; does nothing while one is running, so that one press is one request. */
  readonly start: (request: EditRequest) => void;
  /** Ends the running one at once. What it would have brought is dropped. */
  readonly stop: () => void;
};

/** The running generation, as React sees it. Never repeats a failed one on its own. */
export const useGenerate = (onDone: (generation: Generation) => void): UseGenerate => {
  const controller = useRef<AbortController | null>(null);

  const mutation = useMutation({
    mutationKey: ['generate'],
    retry: false,
    networkMode: 'always',
    mutationFn: ({ request, signal }: { request: EditRequest; signal: AbortSignal }) =>
      generate(request, { signal, report: (stage, fraction) => signal.aborted || reportStage(stage, fraction) }),
    onSuccess(generation, { signal }) {
      if (signal.aborted) return;
      progressStore.setState({ running: null, problem: null });
      addGeneration(generation);
      onDone(generation);
    },
    onError(error, { signal }) {
      if (!signal.aborted) progressStore.setState({ running: null, problem: problemOf(error) });
    },
    onSettled(_generation, _error, { signal }) {
      if (controller.current?.signal === signal) controller.current = null;
    },
  });

  // Another file takes the picture's place: what is being made for the one before has nowhere to go.
  useEffect(() => documentStore.subscribe((now, was) => now.file !== was.file && abort(controller)), []);

  return {
    running: mutation.isPending,
    start(request) {
      if (controller.current) return;
      controller.current = new AbortController();
      startProgress();
      mutation.mutate({ request, signal: controller.current.signal });
    },
    stop: () => abort(controller),
  };
};

const abort = (controller: RefObject<AbortController | null>): void => {
  if (!controller.current) return;
  controller.current.abort(new DOMException('Stopped by the user.', 'AbortError'));
  controller.current = null;
  progressStore.setState({ running: null, problem: null });
};
