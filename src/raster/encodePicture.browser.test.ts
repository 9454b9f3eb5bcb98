import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { rectOfSize } from '../geometry/rect.ts';
import { EncodeError } from './encodeError.ts';
import { encodePicture } from './encodePicture.ts';
import { areSame } from './fixtures/areSame.ts';
import { randomPixels } from './fixtures/randomPixels.ts';
import { openPicture } from './openPicture.ts';
import { pictureFromFlat } from './pictureBuilder.ts';
import { readRegion } from './tilePicture.ts';
import { verifyPixels, verifySize } from './verifyEncoded.ts';

const size = { width: 310, height: 270 };
const opaque = pictureFromFlat(size, randomPixels(size, 1, false));
const clear = pictureFromFlat(size, randomPixels(size, 2, true));
const png = { type: 'image/png', quality: 1 } as const;

describe('saving as PNG', () => {
  test.each([
    ['opaque', opaque, 3],
    ['transparent', clear, 4],
  ] as const)('an %s picture comes back byte for byte', async (_, picture, channels) => {
    const file = await encodePicture(picture, png);
    expect(decode(await file.arrayBuffer(), { checkCrc: true }).channels).toBe(channels);
    const again = await openPicture(file);
    expect(areSame(readRegion(again.picture, rectOfSize(size)), readRegion(picture, rectOfSize(size)))).toBe(true);
  });

  test('tells its progress up to 1 and can be stopped', async () => {
    const told: number[] = [];
    await encodePicture(opaque, png, { onProgress: (fraction) => told.push(fraction) });
    expect(told.at(-1)).toBe(1);
    const stopped = encodePicture(opaque, png, { signal: AbortSignal.abort(new Error('stop')) });
    await expect(stopped).rejects.toThrow('stop');
  });
});

describe('saving as JPEG and WebP', () => {
  test.each(['image/jpeg', 'image/webp'] as const)('%s keeps type, size and look', async (type) => {
    const flat = new Uint8ClampedArray(size.width * size.height * 4).map((_, at) => [200, 120, 40, 255][at % 4] ?? 0);
    const file = await encodePicture(pictureFromFlat(size, flat), { type, quality: 0.9 });
    const { header, picture } = await openPicture(file);
    expect(header.type).toBe(type);
    const found = readRegion(picture, rectOfSize(size));
    expect(picture.size).toEqual(size);
    expect(found.every((value, at) => Math.abs(value - (flat[at] ?? 0)) <= 4)).toBe(true);
  });

  test('JPEG shows transparency on white', async () => {
    const half = new Uint8ClampedArray(64 * 64 * 4).map((_, at) => [0, 0, 0, 128][at % 4] ?? 0);
    const picture = pictureFromFlat({ width: 64, height: 64 }, half);
    const { picture: again } = await openPicture(await encodePicture(picture, { type: 'image/jpeg', quality: 0.9 }));
    expect(again.hasAlpha).toBe(false);
    expect(Math.abs((readRegion(again, rectOfSize(again.size))[0] ?? 0) - 127)).toBeLessThanOrEqual(3);
  });

  test('WebP keeps transparency', async () => {
    const { picture } = await openPicture(await encodePicture(clear, { type: 'image/webp', quality: 0.9 }));
    expect(picture.hasAlpha).toBe(true);
  });

  test('a side that WebP cannot have is refused in words', async () => {
    const long = pictureFromFlat({ width: 16384, height: 1 }, new Uint8ClampedArray(16384 * 4).fill(255));
    const error = await encodePicture(long, { type: 'image/webp', quality: 0.9 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({
      kind: 'too-large',
      message: 'WebP files have at most 16383 px on a side. Save as PNG.',
    });
  });
});

describe('the check of a written file', () => {
  test('finds one changed byte, another size, and a file that cannot be read', async () => {
    const file = await encodePicture(clear, png);
    const pixels = readRegion(clear, rectOfSize(size));
    pixels[pixels.length - 2] = (pixels.at(-2) ?? 0) ^ 1;
    await expect(verifyPixels(file, pictureFromFlat(size, pixels))).rejects.toMatchObject({ kind: 'unverified' });
    await expect(verifySize(file, { width: 310, height: 271 })).rejects.toThrow('310 × 270 px instead of 310 × 271');
    await expect(verifySize(new Blob(['no']), size)).rejects.toMatchObject({ kind: 'unverified' });
    await expect(verifyPixels(file, clear)).resolves.toBeUndefined();
  });
});
