import { describe, expect, test } from 'vitest';
import { complete } from './complete.ts';
import { FillError } from './fillError.ts';
import type { FillJob, FillProgress } from './fillJob.ts';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { hashOf } from './fixtures/hashOf.ts';
import { meadow } from './fixtures/meadow.ts';
import { meadowHash } from './fixtures/meadowHash.ts';
import { noise } from './fixtures/noise.ts';
import { loadKernels } from './kernels/loadKernels.ts';
import { scalarKernels } from './kernels/scalarKernels.ts';

const kernels = await loadKernels();
const fill = (job: FillJob) => complete(job, { kernels });

/** Colours of the filled pixels, as channel arrays. */
const filled = (job: FillJob, pixels: Uint8ClampedArray, channel: number): number[] =>
  [...job.hole.keys()].filter((pixel) => job.hole[pixel] !== 0).map((pixel) => pixels[4 * pixel + channel] ?? -1);

describe('determinism', () => {
  test('a seed gives the same bytes on every machine and with either kernels', { timeout: 60_000 }, async () => {
    const job = meadow();
    expect(await hashOf(fill(job).pixels)).toBe(meadowHash);
    expect(await hashOf(complete(job, { kernels: scalarKernels }).pixels)).toBe(meadowHash);
  });

  test('another seed gives another fill', async () => {
    expect(await hashOf(fill(meadow(160, 120, 8)).pixels)).not.toBe(meadowHash);
  });

  test('the job is left as it is', async () => {
    const job = meadow();
    const before = await hashOf(job.pixels);
    fill(job);
    expect(await hashOf(job.pixels)).toBe(before);
  });
});

describe('what is filled', () => {
  test('a flat colour stays flat', async () => {
    const job = fillJobOf(
      96,
      96,
      () => [31, 87, 203],
      (x, y) => x > 30 && x < 60 && y > 20 && y < 70,
    );
    const { pixels, usedDiffusion } = fill(job);
    expect(usedDiffusion).toBe(false);
    expect(await hashOf(pixels)).toBe(await hashOf(job.pixels));
  });

  test('stripes go on', () => {
    const job = fillJobOf(
      128,
      128,
      (x) => (x % 16 < 8 ? [220, 40, 40] : [40, 40, 220]),
      (x, y) => x >= 40 && x < 90 && y >= 40 && y < 90,
    );
    const { pixels } = fill(job);
    const errors = [...pixels.keys()].filter((i) => Math.abs((pixels[i] ?? 0) - (job.pixels[i] ?? 0)) > 12).length;
    expect(errors / pixels.length).toBeLessThan(0.002);
  });

  test('grain stays as rough as the rest', () => {
    const grain = (x: number, y: number) => 60 + (noise(x, y) >> 1);
    const job = fillJobOf(
      128,
      128,
      (x, y) => [grain(x, y), grain(x, y), grain(x, y)],
      (x, y) => (x - 64) ** 2 + (y - 64) ** 2 < 24 ** 2,
    );
    const values = filled(job, fill(job).pixels, 1);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(mean).toBeGreaterThan(110);
    expect(mean).toBeLessThan(138);
    // 128 equally likely values deviate by 37
    expect(deviation).toBeGreaterThan(25);
  });

  test.each([
    ['right', (x: number) => x >= 96],
    ['left', (x: number) => x < 32],
    ['bottom', (_x: number, y: number) => y >= 96],
    ['top', (_x: number, y: number) => y < 32],
    ['on all sides', (x: number, y: number) => x < 24 || y < 24 || x >= 104 || y >= 104],
  ])('an outpaint %s has no dark line at the outermost pixels', (_side, isHole) => {
    const bright = (x: number, y: number) => 180 + (noise(x, y) >> 3);
    const job = fillJobOf(128, 128, (x, y) => [bright(x, y), bright(x, y), bright(x, y)], isHole);
    for (let i = 0; i < job.hole.length; i++) if (job.hole[i] !== 0) job.pixels.fill(0, 4 * i, 4 * i + 4);
    const { pixels } = fill(job);
    for (const channel of [0, 1, 2]) expect(Math.min(...filled(job, pixels, channel))).toBeGreaterThan(150);
    expect(new Set(filled(job, pixels, 3))).toEqual(new Set([255]));
  });

  test('fully transparent pixels are not copied, whatever colour hides in them', () => {
    const job = fillJobOf(
      96,
      96,
      (x) => (x < 40 ? [255, 0, 255, 0] : [20, 160, 60, 255]),
      (x, y) => x >= 44 && x < 70 && y >= 30 && y < 60,
    );
    const { pixels } = fill(job);
    expect(Math.max(...filled(job, pixels, 0))).toBeLessThanOrEqual(20);
    expect(new Set(filled(job, pixels, 3))).toEqual(new Set([255]));
  });

  test('between transparent and opaque, alpha changes smoothly', () => {
    const job = fillJobOf(
      96,
      96,
      (x) => (x < 48 ? [0, 0, 0, 0] : [20, 160, 60, 255]),
      (x, y) => x >= 38 && x < 58 && y >= 30 && y < 60,
    );
    const { pixels } = fill(job);
    const alphaAt = (x: number) => pixels[4 * (45 * 96 + x) + 3] ?? -1;
    expect(alphaAt(38)).toBeLessThan(40);
    expect(alphaAt(57)).toBeGreaterThan(215);
    for (let x = 39; x < 58; x++) expect(alphaAt(x)).toBeGreaterThanOrEqual(alphaAt(x - 1));
  });
});

describe('odd input', () => {
  test('an empty mask changes nothing', async () => {
    const job = { ...meadow(), hole: new Uint8Array(160 * 120) };
    expect(await hashOf(fill(job).pixels)).toBe(await hashOf(job.pixels));
  });

  test.each([
    [1, 1],
    [8, 8],
    [1, 5000],
    [300, 200],
  ])('a mask over all of %i x %i is refused', (width, height) => {
    const job = fillJobOf(
      width,
      height,
      () => [1, 2, 3],
      () => true,
    );
    expect(() => fill(job)).toThrow(FillError);
    expect(() => fill(job)).toThrow(expect.objectContaining({ kind: 'nothing-known' }));
  });

  test.each([
    [1, 5000, (_x: number, y: number) => y > 10 && y < 4000],
    [5000, 1, (x: number) => x > 10],
    [2, 2, (x: number, y: number) => x + y === 0],
    [8, 8, (x: number, y: number) => x === 3 && y === 3],
    [300, 200, (x: number, y: number) => x > 2 && y > 2 && x < 297 && y < 197],
  ])('%i x %i with too little to copy from is filled smoothly', async (width, height, isHole) => {
    const job = fillJobOf(width, height, () => [90, 120, 150], isHole);
    const result = fill({ ...job, pixels: job.pixels.map((value, i) => (job.hole[i >> 2] ? 0 : value)) });
    expect(result.usedDiffusion).toBe(true);
    expect(await hashOf(result.pixels)).toBe(await hashOf(job.pixels));
  });

  test('where all that is known is transparent, so is the fill', () => {
    const job = fillJobOf(
      64,
      64,
      (x, y) => [x, y, 9, 0],
      (x) => x > 40,
    );
    const { pixels, usedDiffusion } = fill(job);
    expect(usedDiffusion).toBe(true);
    expect(new Set(filled(job, pixels, 3))).toEqual(new Set([0]));
  });

  test('thousands of tiny islands', { timeout: 60_000 }, () => {
    const job = fillJobOf(
      512,
      512,
      (x, y) => [100 + (noise(x, y) >> 4), 150, 90],
      (x, y) => x % 11 < 2 && y % 11 < 2,
    );
    expect(job.hole.reduce((count, value) => count + Number(value !== 0), 0)).toBeGreaterThan(8000);
    const { pixels } = fill(job);
    expect(new Set(filled(job, pixels, 1))).toEqual(new Set([150]));
  });

  test('a thin scratch across a wide picture', { timeout: 60_000 }, () => {
    const job = fillJobOf(
      1500,
      900,
      (x, y) => [100 + (noise(x, y) >> 3), 120 + ((x >> 3) % 2) * 60, 90],
      (x, y) => Math.abs(3 * x - 5 * y) < 12,
    );
    const { pixels, milliseconds } = fill(job);
    const wrong = [...job.hole.keys()].filter(
      (pixel) =>
        job.hole[pixel] !== 0 && Math.abs((pixels[4 * pixel + 1] ?? 0) - (job.pixels[4 * pixel + 1] ?? 0)) > 30,
    ).length;
    expect(wrong / filled(job, pixels, 1).length).toBeLessThan(0.1);
    expect(milliseconds).toBeLessThan(20_000);
  });

  test('working memory that cannot be had is a refusal', () => {
    const stingy = {
      name: 'scalar' as const,
      create: () => {
        throw new RangeError('Array buffer allocation failed');
      },
    };
    expect(() => complete(meadow(), { kernels: stingy })).toThrow(expect.objectContaining({ kind: 'out-of-memory' }));
  });
});

test('progress rises to 1 and counts the levels', () => {
  const seen: FillProgress[] = [];
  complete(meadow(400, 300), { kernels, onProgress: (progress) => seen.push(progress) });
  const fractions = seen.map(({ fraction }) => fraction);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  expect(seen.length).toBeGreaterThan(5);
  for (const { level, levels } of seen) {
    expect(level).toBeGreaterThanOrEqual(1);
    expect(level).toBeLessThanOrEqual(levels);
  }
});
