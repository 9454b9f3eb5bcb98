import type { ImageType } from './imageType.ts';
import type { PixelSource } from './pixelSource.ts';

/**
 * Decodes the first frame with ImageDecoder, which hands out straight alpha byte for byte. Null where the browser has none, or
 * its frame would need a conversion (a colour space other than sRGB, YUV planes, a rotation): the caller has a slower way.
 * Rejects where the file is damaged.
 */
export const framePixels = async (bytes: ArrayBuffer, type: ImageType): Promise<PixelSource | null> => {
  if (!('ImageDecoder' in globalThis) || !(await ImageDecoder.isTypeSupported(type))) return null;
  const decoder = new ImageDecoder({ data: bytes, type, preferAnimation: false });
  try {
    const { image } = await decoder.decode({ frameIndex: 0 });
    const source = readerOf(image);
    if (!source) image.close();
    return source;
  } finally {
    decoder.close();
  }
};

const readerOf = (frame: VideoFrame): PixelSource | null => {
  const { format, colorSpace } = frame;
  const { primaries, transfer } = colorSpace;
  const isRgba = format === 'RGBA' || format === 'BGRA';
  const isPlain = primaries === 'bt709' && transfer === 'iec61966-2-1';
  const size = { width: frame.displayWidth, height: frame.displayHeight };
  const isUpright = size.width === frame.codedWidth && size.height === frame.codedHeight && !isTurned(frame);
  if (!isRgba || !isPlain || !isUpright) return null;
  let band = new Uint8ClampedArray(0);
  return {
    size,
    exact: true,
    async read(y, rows) {
      const length = size.width * rows * 4;
      if (band.length !== length) band = new Uint8ClampedArray(length);
      const layout = [{ offset: 0, stride: size.width * 4 }];
      await frame.copyTo(band, { rect: { x: 0, y, width: size.width, height: rows }, layout });
      if (format === 'BGRA') swapRedAndBlue(band);
      return band;
    },
    close: () => frame.close(),
  };
};

/** Newer than the type library: degrees clockwise, and mirroring. */
const isTurned = (frame: VideoFrame): boolean => {
  const { rotation = 0, flip = false } = frame as { rotation?: number; flip?: boolean };
  return rotation !== 0 || flip;
};

const swapRedAndBlue = (band: Uint8ClampedArray<ArrayBuffer>): void => {
  const pixels = new Uint32Array(band.buffer);
  for (let at = 0; at < pixels.length; at++) {
    // At is below the length. Blue is the lowest byte of a little-endian pixel, red the third.
    const pixel = pixels[at]!;
    pixels[at] = (pixel & 0xff00ff00) | ((pixel & 0xff) << 16) | ((pixel >>> 16) & 0xff);
  }
};
