import type { PlanStep, SentFile } from '../providers/contract.ts';
import type { EncodedStep } from './encodeStep.ts';
import type { ReadyPlan } from './plan.ts';

/** What an adapter gets to know of a step. */
export const planStepOf = (
  { words, candidates }: Pick<ReadyPlan, 'words' | 'candidates'>,
  { step, pixels }: Pick<EncodedStep, 'step' | 'pixels'>,
  files: readonly SentFile[],
): PlanStep => ({
  operation: step.operation,
  size: step.size,
  expected: step.expected,
  files,
  candidates,
  prompt: words.prompt,
  negativePrompt: words.negativePrompt,
  seed: words.seed,
  parameters: words.parameters,
  ...(pixels && { pixels }),
  ...(step.margins && { margins: step.margins }),
  ...(words.searchPrompt !== '' && { searchPrompt: words.searchPrompt }),
});
