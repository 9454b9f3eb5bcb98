import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { rectOfSize } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { avifTurned, avifWithAlpha } from './fixtures/avifFiles.ts';
import {
  exifBlock,
  exifSegment,
  gifFile,
  joined,
  pngChunk,
  withJpegSegment,
  withPngChunk,
  withWebpExif,
} from './fixtures/headerFiles.ts';
import { areSame } from './fixtures/areSame.ts';
import { numbersFrom, randomPixels } from './fixtures/randomPixels.ts';
import { OpenError } from './openError.ts';
import { openPicture } from './openPicture.ts';
import { readRegion } from './tilePicture.ts';

const open = async (bytes: BlobPart) => {
  const { picture, header } = await openPicture(new Blob([bytes]));
  return { picture, header, pixels: readRegion(picture, rectOfSize(picture.size)) };
};

/** Soft colour slopes, which every codec keeps well, drawn by a canvas. */
const drawn = async (size: Size, type: string, alpha = 1): Promise<Uint8Array<ArrayBuffer>> => {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: alpha < 1 });
  if (!context) throw new Error('No canvas.');
  const slope = context.createLinearGradient(0, 0, size.width, size.height);
  slope.addColorStop(0, `rgba(255, 40, 0, ${alpha})`);
  slope.addColorStop(1, `rgba(0, 90, 255, ${alpha})`);
  context.fillStyle = slope;
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = 'white';
  context.fillRect(0, 0, size.width / 3, size.height / 4);
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer());
};

const pngOf = (size: Size, pixels: Uint8ClampedArray, channels = 4) =>
  new Uint8Array(encode({ ...size, channels, data: Uint8Array.from(pixels) }));

/** Where the seen pixel (x, y) is stored, for each orientation; `w` and `h` are the stored size. */
const storedAt: Record<number, (x: number, y: number, w: number, h: number) => [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _, h) => [y, h - 1 - x],
  7: (x, y, w, h) => [w - 1 - y, h - 1 - x],
  8: (x, y, w) => [w - 1 - y, x],
};

const turned = (pixels: Uint8ClampedArray, { width, height }: Size, orientation: number): number[] => {
  const seen = orientation >= 5 ? { width: height, height: width } : { width, height };
  return Array.from({ length: pixels.length }, (_, at) => {
    const x = Math.floor(at / 4) % seen.width;
    const y = Math.floor(at / 4 / seen.width);
    const [column, row] = storedAt[orientation]?.(x, y, width, height) ?? [0, 0];
    return pixels[(row * width + column) * 4 + (at % 4)] ?? 0;
  });
};

describe('opening a PNG', () => {
  test('with every level of alpha gives every byte', async () => {
    const size = { width: 300, height: 520 };
    const noise = randomPixels(size, 1, true);
    const { picture, pixels } = await open(pngOf(size, noise));
    expect(new Set(noise.filter((_, at) => at % 4 === 3)).size).toBe(256);
    expect(picture.hasAlpha).toBe(true);
    expect(areSame(pixels, noise)).toBe(true);
  });

  test('that is opaque gives every byte, higher than one band', async () => {
    const size = { width: 40, height: 2100 };
    const noise = randomPixels(size, 2, false);
    const rgb = noise.filter((_, at) => at % 4 !== 3);
    const { picture, pixels } = await open(pngOf(size, rgb, 3));
    expect(picture.hasAlpha).toBe(false);
    expect(areSame(pixels, noise)).toBe(true);
  });

  test('with an alpha channel that hides nothing counts as opaque', async () => {
    const size = { width: 20, height: 20 };
    expect((await open(pngOf(size, randomPixels(size, 3, false)))).picture.hasAlpha).toBe(false);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'with alpha and EXIF orientation %i is turned once, exactly',
    async (orientation) => {
      const size = { width: 30, height: 20 };
      const noise = randomPixels(size, 4, true);
      const file = withPngChunk(pngOf(size, noise), pngChunk('eXIf', exifBlock(orientation)));
      const { header, pixels } = await open(file);
      expect(header.orientation).toBe(orientation);
      // The browser turns by drawing: pixels of alpha 0 come back black, all others as they are.
      const seen = noise.map((value, at) => (noise[at | 3] === 0 && orientation > 1 ? 0 : value));
      expect([...pixels]).toEqual(turned(seen, size, orientation));
    },
  );

  test('with alpha and a gamma of its own is converted to sRGB without losing hidden colour', async () => {
    const size = { width: 16, height: 16 };
    const pixels = new Uint8ClampedArray(16 * 16 * 4).map((_, at) => (at % 4 === 3 ? 3 : 128));
    const linear = withPngChunk(pngOf(size, pixels), pngChunk('gAMA', [0, 1, 0x86, 0xa0]));
    // Linear 128 is sRGB 188. Behind a canvas, alpha 3 would leave of it 170 or 255.
    const found = [...(await open(linear)).pixels.subarray(0, 4)];
    expect(found[3]).toBe(3);
    expect(Math.abs((found[0] ?? 0) - 188)).toBeLessThanOrEqual(1);
  });
});

describe('opening a PNG with more in it', () => {
  const size = { width: 20, height: 10 };
  const pixelsOf = (red: number) => new Uint8ClampedArray(20 * 10 * 4).map((_, at) => [red, 5, 9, 200][at % 4] ?? 0);

  test('an animated one gives its first frame', async () => {
    const [first, second] = [pngOf(size, pixelsOf(10)), pngOf(size, pixelsOf(90))];
    // Behind the header (33 bytes) fast-png writes one data chunk, and 12 bytes of end.
    const data = (file: Uint8Array) => file.subarray(33 + 8, file.length - 12 - 4);
    const frame = (number: number) =>
      pngChunk('fcTL', [0, 0, 0, number, 0, 0, 0, 20, 0, 0, 0, 10, ...Array<number>(8).fill(0), 0, 1, 0, 1, 0, 0]);
    const file = joined(
      first.subarray(0, 33),
      pngChunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]),
      frame(0),
      pngChunk('IDAT', data(first)),
      frame(1),
      pngChunk('fdAT', joined([0, 0, 0, 2], data(second))),
      pngChunk('IEND', []),
    );
    const { header, pixels } = await open(file);
    expect(header.animated).toBe(true);
    expect([...pixels]).toEqual([...pixelsOf(10)]);
  });

  test('where the browser sees no turn that the header tells, the browser is right', async () => {
    const whole = pngOf(size, pixelsOf(10));
    const end = whole.length - 12;
    const file = joined(whole.subarray(0, end), pngChunk('eXIf', exifBlock(6)), whole.subarray(end));
    const bitmap = await createImageBitmap(new Blob([file]));
    const { picture, pixels } = await open(file);
    expect(picture.size).toEqual({ width: bitmap.width, height: bitmap.height });
    expect([...pixels.subarray(0, 4)]).toEqual([10, 5, 9, 200]);
  });
});

describe('opening other formats', () => {
  const size = { width: 48, height: 32 };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG with EXIF orientation %i is turned once', async (orientation) => {
    const file = await drawn(size, 'image/jpeg');
    const upright = await open(file);
    const { picture, header, pixels } = await open(withJpegSegment(file, exifSegment(exifBlock(orientation))));
    expect(header.orientation).toBe(orientation);
    expect(picture.size).toEqual(orientation >= 5 ? { width: 32, height: 48 } : size);
    expect([...pixels]).toEqual(turned(upright.pixels, size, orientation));
  });

  test('a WebP, opaque and with alpha', async () => {
    const opaque = await open(await drawn(size, 'image/webp'));
    expect(opaque.header.type).toBe('image/webp');
    expect([...opaque.pixels.subarray(0, 4)].every((value) => value >= 252)).toBe(true);
    const clear = await open(await drawn(size, 'image/webp', 0.5));
    expect(clear.picture.hasAlpha).toBe(true);
    expect(Math.abs((clear.pixels.at(-1) ?? 0) - 128)).toBeLessThanOrEqual(2);
  });

  test('a WebP with EXIF orientation has the size that the browser shows', async () => {
    const file = withWebpExif(await drawn(size, 'image/webp'), exifBlock(6));
    const bitmap = await createImageBitmap(new Blob([file]));
    expect((await open(file)).picture.size).toEqual({ width: bitmap.width, height: bitmap.height });
  });

  test('a GIF gives its first frame', async () => {
    const { header, pixels } = await open(
      gifFile(2, 2, [
        [1, 2, 3, 0],
        [3, 3, 3, 3],
      ]),
    );
    expect(header.animated).toBe(true);
    expect([...pixels]).toEqual([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 255]);
  });

  test('an AVIF with alpha, and one turned by its own boxes whose EXIF orientation does not count', async () => {
    const clear = await open(avifWithAlpha);
    expect(clear.picture).toMatchObject({ size: { width: 8, height: 4 }, hasAlpha: true });
    expect([...clear.pixels.subarray(0, 4)]).toEqual([255, 255, 0, 255]);
    expect(Math.abs((clear.pixels.at(-1) ?? 0) - 128)).toBeLessThanOrEqual(2);
    const { picture, pixels } = await open(avifTurned);
    expect(picture).toMatchObject({ size: { width: 4, height: 8 }, hasAlpha: false });
    const colours = new Uint8ClampedArray(8 * 4 * 4).map((_, at) => {
      const x = Math.floor(at / 4) % 8;
      const y = Math.floor(at / 32);
      return [x < 4 ? 255 : 0, y < 2 ? 255 : 0, 0, 255][at % 4] ?? 0;
    });
    expect([...pixels]).toEqual(turned(colours, { width: 8, height: 4 }, 5));
  });
});

describe('a damaged file', () => {
  const kindOf = (bytes: BlobPart): Promise<string> =>
    open(bytes).then(
      () => 'opened',
      (error: unknown) => (error instanceof OpenError ? error.kind : `threw ${String(error)}`),
    );

  test.each(['image/png', 'image/jpeg', 'image/webp'])(
    '%s cut anywhere is refused in words, never opened',
    async (type) => {
      const whole = await drawn({ width: 24, height: 16 }, type);
      const lengths = Array.from({ length: 60 }, (_, index) => Math.floor((index * whole.length) / 60));
      const kinds = new Set(await Promise.all(lengths.map((length) => kindOf(whole.subarray(0, length)))));
      kinds.delete('not-an-image');
      expect([...kinds]).toEqual(['corrupt']);
    },
  );

  test.each(['image/png', 'image/jpeg', 'image/webp'])(
    '%s with flipped bits opens or is refused in words',
    async (type) => {
      const whole = await drawn({ width: 24, height: 16 }, type);
      const next = numbersFrom(9);
      const damaged = Array.from({ length: 150 }, () => {
        const bytes = whole.slice();
        const at = next() % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (next() % 8));
        return bytes;
      });
      const known = ['opened', 'corrupt', 'not-an-image', 'unsupported', 'too-many-pixels', 'too-long-side'];
      for (const bytes of damaged) expect(known).toContain(await kindOf(bytes));
    },
  );

  test('a header that promises a size its pixels do not fill is corrupt', async () => {
    const size = { width: 40, height: 40 };
    const file = pngOf(size, randomPixels(size, 1, true));
    const header = new DataView(file.buffer);
    header.setUint32(16, 4000);
    expect(await kindOf(file)).toBe('corrupt');
  });
});

test('an abort ends the opening with its reason', async () => {
  const size = { width: 64, height: 2000 };
  const file = new Blob([pngOf(size, randomPixels(size, 1, false))]);
  await expect(openPicture(file, AbortSignal.abort(new Error('no more')))).rejects.toThrow('no more');
});
