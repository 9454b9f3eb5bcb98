import { decode } from 'fast-png';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSame } from './fixtures/areSame.ts';
import { numbersFrom } from './fixtures/randomPixels.ts';
import { writePng, type PngChannels } from './writePng.ts';

/** Rows of noise, of flat colour, of slopes along x and along y: together they make every filter win somewhere. */
const mixedRows = (width: number, height: number, channels: number, seed: number): Uint8Array => {
  const next = numbersFrom(seed);
  return Uint8Array.from({ length: width * height * channels }, (_, at) => {
    const y = Math.floor(at / (width * channels));
    const x = Math.floor(at / channels) % width;
    return [next() >>> 24, 77, x * 3, y * 5 + (at % channels), x * 2 + y * 3][Math.floor(y / 3) % 5] ?? 0;
  });
};

const write = (width: number, height: number, channels: PngChannels, raw: Uint8Array): Promise<Blob> => {
  const stride = width * channels;
  return writePng({
    size: { width, height },
    channels,
    readRows: (y, count) => raw.subarray(y * stride, (y + count) * stride),
  });
};

describe('a written PNG', () => {
  test('gives every byte back to another decoder, whatever size and channels', async () => {
    const anyCase = fc.record({
      width: fc.integer({ min: 1, max: 90 }),
      height: fc.integer({ min: 1, max: 150 }),
      channels: fc.constantFrom<PngChannels>(1, 3, 4),
      seed: fc.integer({ min: 1, max: 1e9 }),
    });
    const property = fc.asyncProperty(anyCase, async ({ width, height, channels, seed }) => {
      const raw = mixedRows(width, height, channels, seed);
      const file = await write(width, height, channels, raw);
      const decoded = decode(await file.arrayBuffer(), { checkCrc: true });
      expect(file.type).toBe('image/png');
      expect({ ...decoded, data: null }).toMatchObject({ width, height, channels, depth: 8 });
      expect(areSame(decoded.data, raw)).toBe(true);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('of a slope is much smaller than its pixels', async () => {
    const raw = Uint8Array.from({ length: 300 * 200 * 3 }, (_, at) => Math.floor(at / 3) % 300);
    expect((await write(300, 200, 3, raw)).size).toBeLessThan(raw.length / 50);
  });

  test('stops with the reason of an aborted signal', async () => {
    const controller = new AbortController();
    const image = {
      size: { width: 100, height: 1000 },
      channels: 4 as const,
      readRows: (y: number, count: number) => {
        if (y > 300) controller.abort(new Error('enough'));
        return new Uint8Array(count * 400);
      },
    };
    await expect(writePng(image, { signal: controller.signal })).rejects.toThrow('enough');
  });

  test('tells how far it is, up to 1', async () => {
    const told: number[] = [];
    const image = {
      size: { width: 10, height: 200 },
      channels: 1 as const,
      readRows: (_: number, n: number) => new Uint8Array(n * 10),
    };
    await writePng(image, { onProgress: (fraction) => told.push(fraction) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});
