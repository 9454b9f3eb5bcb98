/** What kind of failure it is: decides the wording, the next step and whether a repetition may help. */
export type ProviderErrorKind =
  | 'auth'
  | 'forbidden'
  | 'quota'
  | 'rate-limit'
  | 'validation'
  | 'moderation'
  | 'not-found'
  | 'payload-too-large'
  | 'timeout'
  | 'network'
  | 'provider'
  | 'unavailable'
  | 'malformed'
  | 'result-expired'
  | 'unsupported'
  | 'config';

export type ProviderErrorFacts = {
  /** The provider's own words, secrets removed, at most 500 characters; shown as text. */
  readonly providerWords?: string;
  readonly status?: number;
  readonly traceId?: string;
  /** What the server asked to wait, ms. */
  readonly retryAfterMs?: number;
  readonly mayHaveCharged: 'yes' | 'no' | 'unknown';
};

/** Why a provider brought no picture. `message` is one plain sentence, `nextStep` says what the user can do. Thrown by adapters and http.ts; made with `providerError` and `errorFrom`. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly kind: ProviderErrorKind,
    message: string,
    readonly nextStep: string,
    readonly facts: ProviderErrorFacts,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
