export type EncodeErrorKind = 'too-large' | 'unsupported' | 'failed' | 'unverified';

/** A picture that could not be saved. `message` is a plain sentence for the user: the reason and what to do. */
export class EncodeError extends Error {
  readonly kind: EncodeErrorKind;

  constructor(kind: EncodeErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EncodeError';
    this.kind = kind;
  }
}
