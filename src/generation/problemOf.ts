import { ProviderError, type ProviderErrorKind } from '../providers/errors.ts';
import type { Problem } from './problem.ts';
import { UnusableAnswer } from './unusableAnswer.ts';

/** Kinds that come back unless something else is changed first. */
const needsChange: readonly ProviderErrorKind[] = [
  'auth',
  'forbidden',
  'quota',
  'validation',
  'moderation',
  'not-found',
  'payload-too-large',
  'unsupported',
  'config',
];

/** Any failure of a generation in plain words. Whatever is not one of ours is shown as text beside a sentence of ours. */
export const problemOf = (error: unknown, provider?: { readonly id: string; readonly label: string }): Problem => {
  if (error instanceof ProviderError) {
    const { kind, facts } = error;
    return {
      sentence: error.message,
      nextStep: error.nextStep,
      canRetry: !needsChange.includes(kind),
      kind,
      ...(provider && { provider: { id: provider.id, label: provider.label } }),
      mayHaveCharged: facts.mayHaveCharged,
      ...(provider && { provider: { id: provider.id, label: provider.label } }),
      ...(facts.status !== undefined && { status: facts.status }),
      ...(facts.providerWords !== undefined && { providerWords: facts.providerWords }),
      ...(facts.status !== undefined && { status: facts.status }),
      ...(error instanceof UnusableAnswer && { rawAnswer: error.rawAnswer }),
      ...(facts.traceId !== undefined && { traceId: facts.traceId }),
    };
  }
  return {
    sentence: 'The generation failed.',
    providerWords: error instanceof Error ? error.message : String(error),
    nextStep: 'Try again. Your picture, mask and prompt are kept.',
    canRetry: true,
  };
};
