import { showProblem as show } from '../generation/queueStore.ts';

/** Shows a failure that is not a generation's own, where those are shown: a sentence, the reason as text, the next step. */
export const showProblem = (sentence: string, error: unknown, nextStep: string): void => {
  const providerWords = error instanceof Error ? error.message : String(error);
  show({ sentence, providerWords, nextStep, canRetry: false });
};
