import type { PictureId } from '../document/editDocument.ts';
import type { Candidate } from '../document/generation.ts';
import type { TileMask } from '../document/tileMask.ts';
import type { Size } from '../geometry/size.ts';
import type { ResultImage } from '../providers/contract.ts';
import { pasteBack, receiveImage } from '../raster/rasterClient.ts';
import { ReceiveError } from '../raster/receiveError.ts';
import type { PasteFacts } from '../storage/jobRecord.ts';
import type { PlannedStep, ReadyPlan } from './plan.ts';
import { UnusableAnswer } from './unusableAnswer.ts';

/** A candidate, and the answer's own size where another was expected. */
export type Laid = { readonly candidate: Candidate; readonly resizedFrom: Size | null };

/** What is kept of a step to paste its answer back, also after a reload. */
export const pasteFactsOf = (
  { strategy, canvas, feather }: Pick<ReadyPlan, 'strategy' | 'canvas' | 'feather'>,
  { region, work, size, margins, expected, take, target, known, overlap, verifyPlacement }: PlannedStep,
  isLossy: boolean,
): PasteFacts => ({
  strategy,
  canvas,
  region,
  work,
  size,
  sentAt: { x: margins?.left ?? 0, y: margins?.top ?? 0 },
  expected,
  take,
  target,
  known,
  overlap,
  feather,
  verifyPlacement,
  isLossy,
});

/**
 * Pastes an answer back into the picture that was sent, as a new picture of the raster worker. Rejects with UnusableAnswer, or the signal's
 * reason.
 */
export const layAnswer = async (
  canvas: PictureId,
  image: ResultImage,
  facts: PasteFacts,
  mask: TileMask,
  signal: AbortSignal,
): Promise<Laid> => {
  const { target, feather } = facts;
  const { pixels, raw, resizedFrom } =
    image.kind === 'pixels'
      ? { pixels: image.pixels, raw: null, resizedFrom: null }
      : await receive(canvas, image.bytes, facts, mask, signal);
  const pasted = await pasteBack({ source: canvas, region: target, pixels, mask, feather }, signal);
  const candidate = { id: crypto.randomUUID(), ...pasted, raw: facts.isLossy ? null : raw, seed: image.seed };
  return { candidate, resizedFrom };
};

const receive = async (
  canvas: PictureId,
  file: Blob,
  { region, work, size, sentAt, expected, take, target, known, verifyPlacement }: PasteFacts,
  mask: TileMask,
  signal: AbortSignal,
) => {
  const reception = { region, work, size, sentAt, expected, take, target, verifyPlacement, mask, keepAlpha: known };
  try {
    return await receiveImage(canvas, file, reception, signal);
  } catch (error) {
    if (error instanceof ReceiveError) throw new UnusableAnswer(error.message, file, { cause: error });
    throw error;
  }
};
