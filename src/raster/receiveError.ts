export type ReceiveErrorKind = 'not-an-image' | 'damaged' | 'wrong-size' | 'elsewhere';

/** An answer that can't be laid over the picture. `message` is a plain sentence that names what came and what was wanted. */
export class ReceiveError extends Error {
  readonly kind: ReceiveErrorKind;

  constructor(kind: ReceiveErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReceiveError';
    this.kind = kind;
  }
}
