import type { Size } from '../geometry/size.ts';

export type OpenErrorKind =
  'not-an-image' | 'unsupported' | 'too-many-bytes' | 'too-many-pixels' | 'too-long-side' | 'corrupt';

/** A file that was not opened. `message` is a plain sentence for the user: the reason, the limit, what to do. */
export class OpenError extends Error {
  readonly kind: OpenErrorKind;

  constructor(kind: OpenErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OpenError';
    this.kind = kind;
  }
}

/** 64 megapixels as 8192 x 8192 px: 256 MiB once decoded. */
const maxPixels = 64 * 1024 * 1024;
/** Longest side, px: what browsers' canvases take. */
const maxSide = 16384;
/** 40 MB, as file managers count them. */
export const maxBytes = 40_000_000;

/** Throws an OpenError for a file that is too large to be read. `bytes` is its length. */
export const checkBytes = (bytes: number): void => {
  if (bytes === 0) throw new OpenError('not-an-image', 'This file is empty. Choose another file.');
  if (bytes > maxBytes) {
    const megabytes = Math.ceil(bytes / 100_000) / 10;
    const advice = 'Save it smaller, or as JPEG, and open it again.';
    throw new OpenError('too-many-bytes', `This file has ${megabytes} MB; the limit is 40 MB. ${advice}`);
  }
};

/** Throws an OpenError for a picture that is too large to be decoded. */
export const checkSize = ({ width, height }: Size): void => {
  const told = `This picture has ${width} × ${height} px`;
  const advice = 'Make it smaller in another program and open it again.';
  if (Math.max(width, height) > maxSide)
    throw new OpenError('too-long-side', `${told}; the limit is ${maxSide} px on a side. ${advice}`);
  if (width * height > maxPixels)
    throw new OpenError('too-many-pixels', `${told}; the limit is 64 megapixels (such as 8192 × 8192 px). ${advice}`);
};
