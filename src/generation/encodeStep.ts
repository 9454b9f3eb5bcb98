import type { PictureId } from '../document/editDocument.ts';
import { flattenMask, type TileMask } from '../document/tileMask.ts';
import type { PlanStep, SentFile } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { cropPixels, prepareFiles } from '../raster/rasterClient.ts';
import { fileAttempts, type FileAttempt } from './fileAttempts.ts';
import type { PlannedStep, ReadyPlan } from './plan.ts';

/** A step with what it sends. `step` may have fewer px than planned, to fit the provider's limit of bytes. */
export type EncodedStep = {
  readonly step: PlannedStep;
  readonly files: readonly SentFile[];
  readonly pixels: PlanStep['pixels'];
  /** True where the image sent is not byte for byte what is shown, so that nothing can be said about what the provider changed. */
  readonly isLossy: boolean;
};

/** Encodes what a step sends of `canvas`. Throws ProviderError (payload-too-large), EncodeError or the signal's reason. */
export const encodeStep = async (
  canvas: PictureId,
  mask: TileMask,
  step: PlannedStep,
  { maskOptions }: Pick<ReadyPlan, 'maskOptions'>,
  signal: AbortSignal,
): Promise<EncodedStep> => {
  if (step.transport === 'pixels') {
    const image = await cropPixels(canvas, step.region, signal);
    return { step, files: [], pixels: { image, mask: flattenMask(mask, step.region) }, isLossy: false };
  }
  for (const attempt of fileAttempts(step)) {
    const files = await encodeFiles(canvas, mask, attempt, maskOptions, signal);
    if (files.every(({ bytes }) => bytes.size <= (step.maxFileBytes ?? Infinity)))
      return { step: attempt.step, files, pixels: undefined, isLossy: attempt.format !== 'png' };
  }
  throw new ProviderError(
    'payload-too-large',
    `The picture has too many bytes for this provider, however it is packed.`,
    'Paint a smaller mask, so that only its surroundings are sent.',
    { mayHaveCharged: 'no' },
  );
};

const encodeFiles = async (
  canvas: PictureId,
  mask: TileMask,
  { step, format }: FileAttempt,
  { grow, invert }: ReadyPlan['maskOptions'],
  signal: AbortSignal,
): Promise<readonly SentFile[]> => {
  const { region, work, size, mask: form } = step;
  const preparation = { region, work, size, mask, form, grow, invert, type: `image/${format}` } as const;
  const made = await prepareFiles(canvas, preparation, signal);
  const image: SentFile = { role: 'image', format, bytes: made.image, size };
  return made.mask ? [image, { role: 'mask', format: 'png', bytes: made.mask, size }] : [image];
};
