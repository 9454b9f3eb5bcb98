import { ProviderError } from '../providers/errors.ts';
import type { Problem } from './progressStore.ts';

/** Any failure of a generation in plain words. Whatever is not one of ours is shown as text beside a sentence of ours. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof ProviderError) {
    return { sentence: error.message, nextStep: error.nextStep, canRetry: error.kind === 'failed' };
  }
  return {
    sentence: 'The generation failed.',
    providerWords: error instanceof Error ? error.message : String(error),
    nextStep: 'Try again. Your picture, mask and prompt are kept.',
    canRetry: true,
  };
};
