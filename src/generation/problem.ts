import type { ProviderErrorKind } from '../providers/errors.ts';
import type { Control } from './plan.ts';

/** A failure in plain words: one sentence, the provider's own words if any, the next step. */
export type Problem = {
  readonly sentence: string;
  /** Whose it is, where it is a provider's. */
  readonly provider?: { readonly id: string; readonly label: string };
  readonly providerWords?: string;
  readonly nextStep: string;
  readonly canRetry: boolean;
  /** What kind of failure, where a provider's error says it. */
  readonly kind?: ProviderErrorKind;
  /** The control that it belongs to. */
  readonly control?: Control;
  readonly status?: number;
  readonly traceId?: string;
  /** Absent where nothing was ever to be paid. */
  readonly mayHaveCharged?: 'yes' | 'no' | 'unknown';
  /** What came back although it does not fit: shown on demand. */
  readonly rawAnswer?: Blob;
};
