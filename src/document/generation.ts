import type { Picture } from './editDocument.ts';
import type { TileMask } from './tileMask.ts';
import type { Rect } from '../geometry/rect.ts';

/** Counted, never asserted: pixels with mask 0, and how many of those differ from the source. */
export type Proof = { readonly protectedPixels: number; readonly changedPixels: number };

/** One picture that a generation brought. */
export type Candidate = {
  readonly id: string;
  readonly picture: Picture;
  /** Where it may differ from the source, in image px. */
  readonly changed: Rect;
  readonly proof: Proof;
  readonly seed: number | null;
};

/** One press of Generate: what was asked and what came back. Never changed afterwards. */
export type Generation = {
  readonly id: string;
  readonly provider: { readonly id: string; readonly label: string };
  readonly prompt: string;
  readonly source: Picture;
  readonly mask: TileMask;
  readonly candidates: readonly Candidate[];
  /** Unix time in ms, and how long it took in ms. */
  readonly startedAt: number;
  readonly duration: number;
};

/** What the strip shows: the generations without the candidates that were put away, and without those that have none left. */
export const withoutDiscarded = (
  generations: readonly Generation[],
  discarded: readonly string[],
): readonly Generation[] =>
  discarded.length === 0
    ? generations
    : generations
        .map((made) => ({ ...made, candidates: made.candidates.filter(({ id }) => !discarded.includes(id)) }))
        .filter(({ candidates }) => candidates.length > 0);
