import type { FillErrorKind } from './fillError.ts';
import type { FillJob, FillProgress, FillResult } from './fillJob.ts';

/** A refusal travels as data: of an error thrown in a worker only name and message arrive. */
export type FillAnswer =
  | { readonly kind: 'filled'; readonly result: FillResult }
  | { readonly kind: 'refused'; readonly reason: FillErrorKind };

export type FillMethods = {
  readonly fill: { readonly argument: FillJob; readonly answer: FillAnswer; readonly progress: FillProgress };
};
