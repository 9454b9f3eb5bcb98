import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import type { PictureId } from '../document/editDocument.ts';
import { flattenMask, maskFromFlat } from '../document/tileMask.ts';
import { rect, rectOfSize } from '../geometry/rect.ts';
import { EncodeError } from './encodeError.ts';
import { areSame } from './fixtures/areSame.ts';
import { randomPixels } from './fixtures/randomPixels.ts';
import { OpenError } from './openError.ts';
import {
  closePictures,
  cropPixels,
  decodeMask,
  detailPicture,
  displayPicture,
  encodeMask,
  encodePicture,
  openPicture,
  pasteBack,
  pictureExists,
  thumbnail,
} from './rasterClient.ts';

const size = { width: 400, height: 300 };
const noise = randomPixels(size, 1, true);
const file = new Blob([new Uint8Array(encode({ ...size, channels: 4, data: Uint8Array.from(noise) }))]);

const bitmapPixels = (bitmap: ImageBitmap): Uint8ClampedArray => {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
};

describe('the raster worker', () => {
  test('opens, crops, pastes back, saves, opens again: outside the mask every byte is the first', async () => {
    const { picture, type, orientation, animated, hasLocation } = await openPicture(file);
    expect({ type, orientation, animated, hasLocation }).toEqual({
      type: 'image/png',
      orientation: 1,
      animated: false,
      hasLocation: false,
    });
    expect(picture).toMatchObject({ size, hasAlpha: true });
    expect(areSame(await cropPixels(picture.id, rectOfSize(size)), noise)).toBe(true);

    const coverage = new Uint8Array(400 * 300).map((_, at) =>
      at % 400 > 100 && at % 400 < 180 && at > 40000 ? 255 : 0,
    );
    const mask = maskFromFlat(size, coverage);
    const region = rect(90, 90, 100, 210);
    const pixels = randomPixels(region, 2, true);
    const result = await pasteBack({ source: picture.id, region, pixels, mask, feather: 6 });
    expect(result.proof).toEqual({ protectedPixels: coverage.filter((value) => value === 0).length, changedPixels: 0 });
    // Given away to the worker, not copied.
    expect(pixels.length).toBe(0);

    const told: number[] = [];
    const saved = await encodePicture(
      result.picture.id,
      { type: 'image/png', quality: 1 },
      { onProgress: (f) => told.push(f) },
    );
    expect(told.at(-1)).toBe(1);
    const again = await openPicture(saved);
    const after = await cropPixels(again.picture.id, rectOfSize(size));
    const wrong = after.filter((value, at) => coverage[Math.floor(at / 4)] === 0 && value !== noise[at]);
    const changed = after.filter((value, at) => coverage[Math.floor(at / 4)] === 255 && value !== noise[at]);
    expect(wrong.length).toBe(0);
    expect(changed.length).toBeGreaterThan(10_000);
    expect(areSame(await cropPixels(picture.id, rectOfSize(size)), noise)).toBe(true);
    await closePictures([picture.id, result.picture.id, again.picture.id]);
    expect(await pictureExists(picture.id)).toBe(false);
  });

  test('shows a picture whole, reduced, in detail and as a thumbnail', async () => {
    const flat = new Uint8Array(400 * 300 * 3).map((_, at) => [10, 200, 90][at % 3] ?? 0);
    const { picture } = await openPicture(new Blob([new Uint8Array(encode({ ...size, channels: 3, data: flat }))]));
    const whole = await displayPicture(picture.id, 1e6);
    expect([whole.width, whole.height]).toEqual([400, 300]);
    expect(bitmapPixels(whole).every((value, at) => value === [10, 200, 90, 255][at % 4])).toBe(true);
    const reduced = await displayPicture(picture.id, 30_000);
    expect([reduced.width, reduced.height]).toEqual([200, 150]);
    expect(bitmapPixels(reduced).every((value, at) => value === [10, 200, 90, 255][at % 4])).toBe(true);
    const detail = await detailPicture(picture.id, rect(390, 290, 20, 10), { width: 40, height: 20 });
    expect([...bitmapPixels(detail).subarray(19 * 4, 21 * 4)]).toEqual([10, 200, 90, 255, 0, 0, 0, 0]);
    const small = await createImageBitmap(await thumbnail(picture.id, null, { width: 40, height: 30 }));
    expect([small.width, small.height]).toEqual([40, 30]);
    expect(Math.abs((bitmapPixels(small)[1] ?? 0) - 200)).toBeLessThanOrEqual(3);
    await closePictures([picture.id]);
  });

  test('refuses in words and keeps serving', async () => {
    const refused = await openPicture(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'])).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(OpenError);
    expect(refused).toMatchObject({ kind: 'unsupported' });
    await expect(openPicture(file.slice(0, 3000))).rejects.toMatchObject({ name: 'OpenError', kind: 'corrupt' });
    await expect(cropPixels('none' as PictureId, rect(0, 0, 1, 1))).rejects.toThrow('no longer in memory');
    const { picture } = await openPicture(file);
    expect(await pictureExists(picture.id)).toBe(true);
    await closePictures([picture.id]);
  });

  test('carries the kind of a saving error', async () => {
    const long = new Uint8Array(encode({ width: 16384, height: 1, channels: 3, data: new Uint8Array(16384 * 3) }));
    const { picture } = await openPicture(new Blob([long]));
    const error = await encodePicture(picture.id, { type: 'image/webp', quality: 0.8 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({ kind: 'too-large' });
    await closePictures([picture.id]);
  });

  test('writes and reads masks byte for byte', async () => {
    const coverage = new Uint8Array(400 * 300).map((_, at) => (at * 7) % 256);
    const mask = maskFromFlat(size, coverage);
    const { mask: again, from } = await decodeMask(await encodeMask(mask, rectOfSize(size)), size);
    expect(from).toBe('luminance');
    expect(areSame(flattenMask(again, rectOfSize(size)), coverage)).toBe(true);
    expect(mask.tiles.get(0)?.length).toBe(65536);
  });

  test('an aborted call rejects at once with the reason, and its job ends early', async () => {
    const large = { width: 1600, height: 1600 };
    const canvas = new OffscreenCanvas(1600, 1600);
    canvas.getContext('2d')?.putImageData(new ImageData(randomPixels(large, 3, false), 1600), 0, 0);
    const { picture } = await openPicture(await canvas.convertToBlob());
    const png = { type: 'image/png', quality: 1 } as const;
    const start = performance.now();
    await encodePicture(picture.id, png);
    const wholeMs = performance.now() - start;

    const controller = new AbortController();
    const { signal } = controller;
    const stop = () => controller.abort(new Error('changed my mind'));
    await expect(encodePicture(picture.id, png, { signal, onProgress: stop })).rejects.toThrow('changed my mind');
    const stopped = performance.now();
    expect(await pictureExists(picture.id)).toBe(true);
    expect(performance.now() - stopped).toBeLessThan(wholeMs / 2);
    await closePictures([picture.id]);
  });

  test('an aborted opening rejects with the reason, and the next file opens', async () => {
    const controller = new AbortController();
    const opening = openPicture(file, controller.signal);
    controller.abort(new Error('another file'));
    await expect(opening).rejects.toThrow('another file');
    const { picture } = await openPicture(file);
    expect(picture.size).toEqual(size);
    await closePictures([picture.id]);
  });
});
