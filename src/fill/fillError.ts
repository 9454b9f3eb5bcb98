/** `nothing-known`: the mask covers every pixel. `out-of-memory`: the browser refused the working memory. */
export type FillErrorKind = 'nothing-known' | 'out-of-memory';

const messages: Record<FillErrorKind, string> = {
  'nothing-known': 'The mask covers the whole picture, so there is nothing to fill it from. Leave a part unpainted.',
  'out-of-memory': 'There is not enough memory to fill an area this large. Paint a smaller mask.',
};

/** Thrown where a fill is plainly impossible. The message is fit for the user. */
export class FillError extends Error {
  override readonly name = 'FillError';
  readonly kind: FillErrorKind;
  constructor(kind: FillErrorKind, options?: ErrorOptions) {
    super(messages[kind], options);
    this.kind = kind;
  }
}
