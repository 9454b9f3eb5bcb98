import { tileSide } from '../document/tileMask.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { decodePixels } from './decodePixels.ts';
import { seenSize, type ImageHeader } from './imageType.ts';
import { checkBytes, checkSize, OpenError } from './openError.ts';
import { pause } from './pause.ts';
import { pictureBuilder } from './pictureBuilder.ts';
import type { PixelSource } from './pixelSource.ts';
import { probe } from './probe.ts';
import type { TilePicture } from './tilePicture.ts';

export type Opened = { readonly picture: TilePicture; readonly header: ImageHeader };

/** Probes, refuses or decodes a file into tiles. Throws OpenError, or the signal's reason. */
export const openPicture = async (file: Blob, signal?: AbortSignal): Promise<Opened> => {
  const { header, pixels } = await openPixels(file);
  try {
    const builder = pictureBuilder(pixels.size);
    for (let y = 0; y < pixels.size.height; y += tileSide) {
      signal?.throwIfAborted();
      builder.addTileRow(await pixels.read(y, Math.min(tileSide, pixels.size.height - y)));
      await pause();
    }
    return { picture: builder.finish(), header };
  } finally {
    pixels.close();
  }
};

/** A file's header and its decoded pixels, within the limits. The caller closes the pixels. Throws OpenError. */
export const openPixels = async (file: Blob): Promise<{ header: ImageHeader; pixels: PixelSource }> => {
  checkBytes(file.size);
  const header = headerOf(new Uint8Array(await file.arrayBuffer()));
  const expected = seenSize(header);
  checkSize(expected);
  const pixels = await decodePixels(file, header.type, header.mayHaveAlpha).catch((cause: unknown) => {
    throw new OpenError('corrupt', corruptMessage, { cause });
  });
  checkDecoded(pixels, expected);
  return { header, pixels };
};

const corruptMessage =
  'This picture is damaged or incomplete and could not be read. Get the file again, or save it anew from another program.';

const headerOf = (bytes: Uint8Array): ImageHeader => {
  const probed = probe(bytes);
  switch (probed.kind) {
    case 'image':
      return probed.header;
    case 'corrupt':
      throw new OpenError('corrupt', corruptMessage);
    case 'unsupported': {
      const advice = 'Save it as PNG, JPEG, WebP, GIF or AVIF and open that.';
      throw new OpenError('unsupported', `${probed.format} files can’t be opened here. ${advice}`);
    }
    case 'not-an-image':
      throw new OpenError('not-an-image', 'This file is not a picture. Choose a PNG, JPEG, WebP, GIF or AVIF file.');
  }
};

/** Where the decoder disagrees with the header, the decoder is right: only the limits are looked at again. */
const checkDecoded = (pixels: PixelSource, expected: Size): void => {
  if (sizeEquals(pixels.size, expected)) return;
  try {
    checkSize(pixels.size);
  } catch (error) {
    pixels.close();
    throw error;
  }
};
