import type { Picture } from './editDocument.ts';
import type { TileMask } from './tileMask.ts';
import type { Rect } from '../geometry/rect.ts';

/** Counted, never asserted: pixels with mask 0, and how many of those differ from the source. */
export type Proof = { readonly protectedPixels: number; readonly changedPixels: number };

/** What a generation costs or may have cost; see Cost of the provider contract. */
export type Price =
  | { readonly kind: 'free' }
  | { readonly kind: 'unknown'; readonly basis: string }
  | {
      readonly kind: 'estimate';
      readonly unit: 'USD' | 'credits';
      readonly low: number;
      readonly high: number;
      readonly basis: string;
    };

/** What was asked of the provider besides the picture and its mask. */
export type Asked = {
  readonly operation: 'inpaint' | 'outpaint' | 'erase' | 'search-and-replace';
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly searchPrompt: string;
  readonly seed: number | null;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
};

/** One picture that a generation brought. */
export type Candidate = {
  readonly id: string;
  readonly picture: Picture;
  /** Where it may differ from the source, in image px. */
  readonly changed: Rect;
  readonly proof: Proof;
  /**
   * Counted in the provider's answer before it was pasted back: pixels it got with mask 0, and how many of them it altered. null where
   * that can't be said: nothing was sent, or not byte for byte.
   */
  readonly raw: Proof | null;
  readonly seed: number | null;
};

/** One press of Generate: what was asked and what came back. Its candidates arrive one by one; nothing else ever changes. */
export type Generation = {
  readonly id: string;
  readonly provider: { readonly id: string; readonly label: string };
  readonly prompt: string;
  readonly asked: Asked;
  readonly source: Picture;
  /** Rectangle of the candidates' pictures in px of the source: the source's own unless the canvas was expanded. */
  readonly frame: Rect;
  /** What was repainted, of the frame's size. */
  readonly mask: TileMask;
  readonly price: Price;
  /** Things that the user should know, in plain words. */
  readonly warnings: readonly string[];
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
