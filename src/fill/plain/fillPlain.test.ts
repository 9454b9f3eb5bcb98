import { describe, expect, test } from 'vitest';
import { complete } from '../complete.ts';
import { fillJobOf } from '../fixtures/fillJobOf.ts';
import { meadow } from '../fixtures/meadow.ts';
import { noise } from '../fixtures/noise.ts';
import { holeBounds } from '../holeBounds.ts';
import { scalarKernels } from '../kernels/scalarKernels.ts';
import type { FillJob } from '../fillJob.ts';
import { fillPlainParts } from './fillPlainParts.ts';

type Paint = (x: number, y: number) => readonly [number, number, number];

const soft = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance));
const sky: Paint = (x, y) => [60 + y / 3, 90 + x / 6, 180 - y / 4];
const sun: Paint = (x, y) => {
  const share = soft(Math.sqrt((x - 110) ** 2 + (y - 150) ** 2) - 90);
  const [red, green, blue] = sky(x, y);
  return [red + (245 - red) * share, green + (190 - y / 4 - green) * share, blue + (90 - blue) * share];
};
const disc = (cx: number, cy: number, radius: number) => (x: number, y: number) =>
  (x - cx) ** 2 + (y - cy) ** 2 < radius * radius;

/** Fills with the truth hidden, answers the greatest and the root mean square error inside the hole. */
const errorsOf = (job: FillJob): { greatest: number; rms: number; isPlain: boolean } => {
  const hidden = { ...job, pixels: job.pixels.map((value, at) => (job.hole[at >> 2] ? 255 - value : value)) };
  const bounds = holeBounds(job);
  if (!bounds) throw new Error('The job has no hole.');
  const pixels = hidden.pixels.slice();
  const { remaining } = fillPlainParts(pixels, hidden, bounds);
  let greatest = 0;
  let squares = 0;
  let count = 0;
  let changed = 0;
  for (let at = 0; at < pixels.length; at++) {
    const difference = Math.abs((pixels[at] ?? 0) - (job.pixels[at] ?? 0));
    if (job.hole[at >> 2] === 0) changed += difference;
    else {
      greatest = Math.max(greatest, difference);
      squares += difference * difference;
      count++;
    }
  }
  expect(changed).toBe(0);
  return { greatest, rms: Math.sqrt(squares / count), isPlain: remaining?.every((value) => value === 0) ?? false };
};

describe('plain surroundings', () => {
  test('a gradient goes on without a band or a seam', () => {
    const { greatest, isPlain } = errorsOf(fillJobOf(240, 240, sky, disc(120, 120, 40)));
    expect(isPlain).toBe(true);
    expect(greatest).toBeLessThanOrEqual(2);
  });

  test.each([
    ['right', 196, 125],
    ['upper right', 172, 90],
    ['top', 115, 62],
  ])('the rim of a circle goes on (%s)', (_where, x, y) => {
    const { rms, isPlain } = errorsOf(fillJobOf(260, 260, sun, disc(x, y, 26)));
    expect(isPlain).toBe(true);
    // 38 dB; a corner where two straight ends meet has about 20
    expect(rms).toBeLessThan(3.2);
  });

  test('a straight beam goes on: two edges', () => {
    const beam: Paint = (x, y) => (Math.abs(2 * y - x - 100) < 30 ? [235, 230, 220] : sky(x, y));
    const { rms, isPlain } = errorsOf(fillJobOf(260, 260, beam, disc(130, 115, 34)));
    expect(isPlain).toBe(true);
    expect(rms).toBeLessThan(10);
  });

  test('grain goes on as rough as around', () => {
    const grainy: Paint = (x, y) => {
      const grain = (noise(x, y) >> 4) - 8;
      const [red, green, blue] = sky(x, y);
      return [red + grain, green + grain, blue + grain];
    };
    const job = fillJobOf(240, 240, grainy, disc(120, 120, 40));
    const bounds = holeBounds(job);
    if (!bounds) throw new Error('The job has no hole.');
    const pixels = job.pixels.slice();
    expect(fillPlainParts(pixels, job, bounds).remaining).not.toBeNull();
    const roughness = (of: Uint8ClampedArray): number => {
      let sum = 0;
      for (let pixel = 0; pixel < job.hole.length; pixel++)
        if (job.hole[pixel] !== 0) sum += Math.abs((of[4 * pixel + 1] ?? 0) - (of[4 * pixel + 5] ?? 0));
      return sum;
    };
    expect(roughness(pixels) / roughness(job.pixels)).toBeGreaterThan(0.9);
    expect(roughness(pixels) / roughness(job.pixels)).toBeLessThan(1.1);
  });
});

describe('anything else is left to the patches', () => {
  test.each<[string, FillJob]>([
    ['a meadow with a fence', meadow()],
    [
      'an edge that ends',
      fillJobOf(
        240,
        240,
        (x, y) => (x < 120 && Math.abs(y - 118) < 14 ? [230, 60, 60] : sky(x, y)),
        disc(120, 120, 40),
      ),
    ],
    ['coarse texture', fillJobOf(240, 240, (x, y) => [noise(x >> 2, y >> 2) >> 1, 90, 90], disc(120, 120, 40))],
    ['a hole at the border', fillJobOf(240, 240, sky, (x, y) => x < 40 && y > 60 && y < 160)],
  ])('%s', (_name, job) => {
    const bounds = holeBounds(job);
    if (!bounds) throw new Error('The job has no hole.');
    const pixels = job.pixels.slice();
    expect(fillPlainParts(pixels, job, bounds).remaining).toBeNull();
    expect(pixels).toEqual(job.pixels);
  });
});

test('a plain part and another one in the same hole', () => {
  const striped: Paint = (x, y) => (x < 160 ? sky(x, y) : x % 12 < 6 ? [220, 40, 40] : [40, 40, 220]);
  const job = fillJobOf(320, 200, striped, (x, y) => disc(80, 100, 30)(x, y) || disc(250, 100, 24)(x, y));
  const { pixels } = complete(job, { kernels: scalarKernels });
  let wrong = 0;
  for (let at = 0; at < pixels.length; at++) if (Math.abs((pixels[at] ?? 0) - (job.pixels[at] ?? 0)) > 24) wrong++;
  expect(wrong).toBeLessThan(60);
});
