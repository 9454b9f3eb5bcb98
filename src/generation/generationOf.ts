import type { Picture } from '../document/editDocument.ts';
import type { Asked, Generation, Price } from '../document/generation.ts';
import type { TileMask } from '../document/tileMask.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Arrived } from './layAnswers.ts';

/** What is known of a generation before anything has come. */
export type Begun = {
  readonly id: string;
  readonly provider: { readonly id: string; readonly label: string };
  readonly asked: Asked;
  readonly source: Picture;
  readonly frame: Rect;
  readonly mask: TileMask;
  readonly price: Price;
  /** Unix time, and performance.now() at the press, ms. */
  readonly startedAt: number;
  readonly began: number;
};

/** The record of a generation with what has arrived so far. */
export const generationOf = ({ began, provider, asked, ...begun }: Begun, arrived: Arrived): Generation => ({
  ...begun,
  provider: { id: provider.id, label: provider.label },
  asked,
  prompt: asked.prompt,
  candidates: arrived.candidates,
  warnings: arrived.warnings,
  duration: performance.now() - began,
});
