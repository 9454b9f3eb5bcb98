import type { PictureId } from '../document/editDocument.ts';
import type { Candidate } from '../document/generation.ts';
import type { TileMask } from '../document/tileMask.ts';
import type { Size } from '../geometry/size.ts';
import type { ProviderResult } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import type { PasteFacts } from '../storage/jobRecord.ts';
import { layAnswer } from './layAnswer.ts';
import type { ProgressChange } from './progress.ts';

export type Arrived = { readonly candidates: readonly Candidate[]; readonly warnings: readonly string[] };

export type LayContext = {
  readonly signal: AbortSignal;
  readonly report: (change: ProgressChange) => void;
  /** Everything that has arrived so far, each time another picture has. */
  readonly onArrival: (arrived: Arrived) => void;
};

/**
 * Pastes all pictures of an answer back, one after the other. What is unusable among several costs only itself; rejects with a ProviderError
 * where nothing usable came.
 */
export const layAnswers = async (
  canvas: PictureId,
  { images, warnings: told }: ProviderResult,
  facts: PasteFacts,
  mask: TileMask,
  { signal, report, onArrival }: LayContext,
): Promise<Arrived> => {
  let arrived: Arrived = { candidates: [], warnings: told };
  let failure: ProviderError | null = null;
  for (const [index, image] of images.entries()) {
    report({ stage: 'blending', fraction: index / images.length, arrived: { number: index, of: images.length } });
    try {
      const { candidate, resizedFrom } = await layAnswer(canvas, image, facts, mask, signal);
      const warnings = resizedFrom ? [resizedWarning(resizedFrom, facts.expected)] : [];
      arrived = {
        candidates: [...arrived.candidates, candidate],
        warnings: [...new Set([...arrived.warnings, ...warnings])],
      };
      onArrival(arrived);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ProviderError)) throw error;
      failure ??= error;
      arrived = { ...arrived, warnings: [...new Set([...arrived.warnings, error.message])] };
    }
  }
  if (arrived.candidates.length === 0) throw failure ?? nothingCame();
  report({ stage: 'blending', fraction: 1, arrived: { number: arrived.candidates.length, of: images.length } });
  return arrived;
};

const resizedWarning = (came: Size, expected: Size): string =>
  `The answer had ${came.width} × ${came.height} px instead of ${expected.width} × ${expected.height} and was brought to size.`;

const nothingCame = (): ProviderError =>
  new ProviderError('malformed', 'The answer holds no picture.', 'Try again, or choose another provider.', {
    mayHaveCharged: 'unknown',
  });
