import type { ImageFormat } from '../providers/contract.ts';
import { smallerStep } from './buildStep.ts';
import type { PlannedStep } from './plan.ts';

/** One way to encode a step's image. */
export type FileAttempt = { readonly step: PlannedStep; readonly format: ImageFormat };

/** By how much the image is made smaller each time, and how often. */
const shrinkBy = 0.85;
const mostShrinks = 4;

/**
 * The ways to bring an image under the provider's limit of bytes, in the order in which they are tried: PNG, which loses nothing; then a
 * lossy format; then that with fewer px. Where there is no limit the first is enough.
 */
export function* fileAttempts(step: PlannedStep): Generator<FileAttempt> {
  yield { step, format: 'png' };
  if (step.maxFileBytes === null) return;
  // JPEG has no alpha for a mask to be written into.
  const formats = step.smallFormats.filter((format) => step.mask.kind !== 'image-alpha' || format !== 'jpeg');
  for (const format of formats) yield { step, format };
  for (let count = 1; count <= mostShrinks; count++) {
    const smaller = smallerStep(step, step.scale * shrinkBy ** count);
    if (!smaller) return;
    yield { step: smaller, format: formats[0] ?? 'png' };
  }
}
