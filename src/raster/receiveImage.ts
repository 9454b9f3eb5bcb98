import type { Pixels } from './locateSent.ts';
import { OpenError } from './openError.ts';
import { openPixels } from './openPicture.ts';
import { ReceiveError } from './receiveError.ts';
import { receivePixels, type Received, type Reception } from './receivePixels.ts';
import type { TilePicture } from './tilePicture.ts';

/** Reads a provider's file, whose type its first bytes tell, and receives its pixels. Throws ReceiveError. */
export const receiveImage = async (picture: TilePicture, file: Blob, reception: Reception): Promise<Received> =>
  receivePixels(picture, await readAnswer(file), reception);

const readAnswer = async (file: Blob): Promise<Pixels> => {
  try {
    const { pixels } = await openPixels(file);
    try {
      const { size } = pixels;
      const rgba = new Uint8ClampedArray(size.width * size.height * 4);
      // Bands as the readers take them.
      for (let y = 0; y < size.height; y += 256)
        rgba.set(await pixels.read(y, Math.min(256, size.height - y)), y * size.width * 4);
      return { size, rgba };
    } finally {
      pixels.close();
    }
  } catch (cause) {
    if (!(cause instanceof OpenError)) throw cause;
    const isOther = cause.kind === 'not-an-image' || cause.kind === 'unsupported';
    throw isOther
      ? new ReceiveError('not-an-image', 'What came back is not a picture.', { cause })
      : new ReceiveError('damaged', 'The picture that came back is damaged or too large to be read.', { cause });
  }
};
