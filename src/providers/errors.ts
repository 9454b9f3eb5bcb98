/** Who can mend it: the user (another mask or picture), nobody here (try again), or a change of provider. */
export type ProviderErrorKind = 'input' | 'failed';

/** Why a provider brought no picture. `message` is one plain sentence, `nextStep` says what the user can do. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly kind: ProviderErrorKind,
    message: string,
    readonly nextStep: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
