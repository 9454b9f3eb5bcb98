import { ProviderError } from '../providers/errors.ts';

/** An answer that can't be laid over the picture; the user may still want to see it. */
export class UnusableAnswer extends ProviderError {
  constructor(
    message: string,
    readonly rawAnswer: Blob,
    options?: ErrorOptions,
  ) {
    super(
      'malformed',
      message,
      'Look at what came, or try again; your picture, mask and prompt are kept.',
      { mayHaveCharged: 'yes' },
      options,
    );
  }
}
