import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { canvasPixels } from './canvasPixels.ts';
import { areSame } from './fixtures/areSame.ts';
import { randomPixels } from './fixtures/randomPixels.ts';
import { framePixels } from './framePixels.ts';
import type { PixelSource } from './pixelSource.ts';
import { webglPixels } from './webglPixels.ts';

const size = { width: 256, height: 300 };
const noise = randomPixels(size, 1, true);
const file = new Blob([new Uint8Array(encode({ ...size, channels: 4, data: Uint8Array.from(noise) }))]);

const readAll = async (source: PixelSource | null): Promise<number[]> => {
  if (!source) throw new Error('This way does not exist here.');
  const bands = [[...(await source.read(0, 256))], [...(await source.read(256, 44))]];
  source.close();
  return bands.flat();
};

describe('ways to the pixels of a picture with every level of alpha', () => {
  test('ImageDecoder is exact', async () => {
    const source = await framePixels(await file.arrayBuffer(), 'image/png');
    expect(source?.exact).toBe(true);
    expect(areSame(await readAll(source), noise)).toBe(true);
  });

  test('a WebGL texture is exact', async () => {
    const source = webglPixels(await createImageBitmap(file, { premultiplyAlpha: 'none' }));
    expect(source?.exact).toBe(true);
    expect(areSame(await readAll(source), noise)).toBe(true);
  });

  test('a canvas is not, and says so; its alpha is', async () => {
    const source = canvasPixels(await createImageBitmap(file), false);
    expect(source.exact).toBe(false);
    const pixels = await readAll(source);
    expect(areSame(pixels, noise)).toBe(false);
    expect(pixels.every((value, at) => at % 4 !== 3 || value === noise[at])).toBe(true);
  });
});
