import type { FillJob } from '../../../src/fill/fillJob.ts';

/** One picture with a hole, by name. */
export type FillCase = { readonly name: string; readonly job: FillJob };
