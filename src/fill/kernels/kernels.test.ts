import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level } from '../allocate.ts';
import { jobs } from '../fixtures/jobs.ts';
import { prepare } from '../fixtures/prepare.ts';
import { planLevels } from '../planLevels.ts';
import { randomBelow } from '../random.ts';
import { pixelAt } from '../runs/pixelAt.ts';
import { scanRegion } from '../scanRegion.ts';
import { levelOf, type Workspace } from '../workspace.ts';
import { scalarKernels } from './scalarKernels.ts';
import { wasmKernels } from './wasmKernels.ts';

const wasm = await wasmKernels();

/** Jobs that have something to fill and something to copy from. */
const fillable = jobs(16, 48, 'transparent parts').filter((job) => {
  const { holes, voids } = scanRegion(job, { x: 0, y: 0, width: job.width, height: job.height });
  return holes.count > 0 && planLevels(holes, voids).levels.length > 0;
});

/** A step on one twin: gets a level's addresses spelled out, answers what the kernel answers. */
type Step = (workspace: Workspace, level: Level) => unknown;

const randomMatches = ({ memory, random }: Workspace, { matches, targets, sources }: Level): void => {
  for (let target = 0; target < targets.count; target++) {
    memory.words[(matches >> 2) + target] = pixelAt(sources, randomBelow(random, sources.count));
  }
};

const randomDepths = ({ memory, random, trust }: Workspace, { depths, targets }: Level): void => {
  for (let target = 0; target < targets.count; target++) memory.bytes[depths + target] = randomBelow(random, 256);
  for (let depth = 0; depth < 256; depth++) memory.floats[(trust >> 2) + depth] = (1 + randomBelow(random, 999)) / 1000;
};

const randomHoleColours = ({ memory, random }: Workspace, level: Level): void => {
  for (let pixel = 0; pixel < level.width * level.height; pixel++) {
    if (memory.bytes[level.classes + pixel] !== 1) continue;
    for (let channel = 0; channel < 4; channel++)
      memory.bytes[level.pixels + 4 * pixel + channel] = randomBelow(random, 256);
  }
};

const measure: Step = ({ kernels }, level) =>
  kernels.measureMatches(
    level.pixels,
    level.width,
    level.height,
    level.targetTable.rows,
    level.targetTable.runs,
    level.matches,
    level.distances,
  );

const sweep =
  (direction: 1 | -1, radius: number): Step =>
  ({ kernels }, level) =>
    kernels.sweepMatches(
      level.pixels,
      level.classes,
      level.width,
      level.height,
      level.targetTable.rows,
      level.targetTable.runs,
      level.matches,
      level.distances,
      direction,
      radius,
      -123456789,
      128,
    ) | 0;

const weigh =
  (power: number): Step =>
  ({ kernels, trust }, level) =>
    kernels.weighMatches(level.distances, level.depths, trust, level.weights, level.targets.count, 3200, power);

const vote =
  (first: number, last: number): Step =>
  ({ kernels, shifts }, level) =>
    kernels.vote(
      level.pixels,
      level.width,
      level.height,
      level.holeTable.rows,
      level.holeTable.runs,
      level.targetTable.rows,
      level.targetTable.runs,
      level.matches,
      level.weights,
      first,
      last,
      shifts,
    );

const steps: Record<string, Step> = {
  gatherTexture: ({ kernels, scratch }, { pixels, classes, width, height }) =>
    kernels.gatherTexture(pixels, classes, width, height, scratch, Math.ceil(width / 8)),
  spreadTexture: ({ kernels, scratch }, { pixels, classes, width, height }) =>
    kernels.spreadTexture(pixels, classes, width, height, scratch, Math.ceil(width / 8), Math.ceil(height / 8)),
  measureDepth: ({ kernels, memory, scratch }, { width, height, holeTable }) => {
    memory.bytes.fill(0, scratch, scratch + width * height);
    kernels.measureDepth(width, height, holeTable.rows, holeTable.runs, scratch);
  },
  sampleDepth: ({ kernels, scratch }, { width, height, targetTable, depths }) =>
    kernels.sampleDepth(width, height, targetTable.rows, targetTable.runs, scratch, depths),
  randomHoleColours,
  randomMatches,
  measureMatches: measure,
  'sweepMatches forward': sweep(1, 64),
  'sweepMatches backward': sweep(-1, 5),
  searchAll: ({ kernels, memory, random, scratch }, level) => {
    const count = Math.min(40, level.sources.count);
    for (let i = 0; i < count; i++) {
      memory.words[(scratch >> 2) + i] = pixelAt(level.sources, randomBelow(random, level.sources.count));
    }
    const { rows, runs } = level.targetTable;
    const { pixels, width, height, matches, distances } = level;
    kernels.searchAll(pixels, width, height, rows, runs, matches, distances, scratch, count);
  },
  searchKnown: ({ kernels, memory, random, scratch, labels }, level) => {
    const { width, height, sources, targets } = level;
    for (let pixel = 0; pixel < width * height; pixel++) memory.bytes[scratch + pixel] = randomBelow(random, 2) * 255;
    // The labels are not in use yet: two thirds of their room for patches and candidates, the rest for what is found.
    const count = Math.max(1, Math.min(targets.count, Math.floor(level.holes.count / 3)));
    const at = labels >> 2;
    for (let i = 0; i < count; i++) {
      memory.words[at + i] = pixelAt(targets, randomBelow(random, targets.count));
      memory.words[at + count + i] = pixelAt(sources, randomBelow(random, sources.count));
    }
    kernels.searchKnown(level.pixels, scratch, width, labels, count, labels + 4 * count, count, labels + 8 * count);
  },
  randomDepths,
  'weighMatches, power 1': weigh(1),
  'vote of the whole patch': vote(0, 7),
  'weighMatches, power 2': weigh(2),
  'vote of the inner part': vote(2, 5),
  labelSources: ({ kernels, labels, shifts }, level) =>
    kernels.labelSources(
      level.width,
      level.height,
      level.holeTable.rows,
      level.holeTable.runs,
      level.targetTable.rows,
      level.targetTable.runs,
      level.matches,
      level.weights,
      2,
      5,
      shifts,
      labels,
    ),
  buildPoisson: ({ kernels, memory, poisson, segments, labels }, { pixels, classes, width, height }) => {
    memory.words.set(segments.words, poisson.segments >> 2);
    memory.floats.fill(0, poisson.right >> 2, (poisson.right >> 2) + 4 * segments.slots);
    memory.floats.fill(0, poisson.unknowns >> 2, (poisson.unknowns >> 2) + 4 * segments.slots);
    const { right, unknowns } = poisson;
    kernels.buildPoisson(
      pixels,
      classes,
      width,
      height,
      poisson.segments,
      segments.count,
      labels,
      right,
      unknowns,
      0.02,
    );
  },
  relaxPoisson: ({ kernels, poisson, segments }) =>
    kernels.relaxPoisson(poisson.segments, segments.count, poisson.right, poisson.unknowns, 1.8, 5),
};

const halve: Step = ({ kernels, levels }) => {
  for (const [index, fine] of levels.entries()) {
    const coarse = levels[index + 1];
    if (!coarse) return;
    const { pixels, classes, width, height } = fine;
    kernels.halve(pixels, classes, width, height, coarse.pixels, coarse.classes, coarse.width, coarse.height);
  }
};

const expectSameBytes = (a: Workspace, b: Workspace, after: string): void => {
  const first = a.memory.words.subarray(0, a.bytes >> 2);
  const second = b.memory.words.subarray(0, b.bytes >> 2);
  const at = first.findIndex((word, index) => word !== second[index]);
  expect(at, `the first address that differs after ${after}`).toBe(-1);
};

describe('the twins', () => {
  test('WebAssembly with SIMD runs here', () => expect(wasm).not.toBeNull());

  test('leave the same bytes and give the same answers, kernel by kernel', { timeout: 60_000 }, () => {
    if (!wasm) return;
    fc.assert(
      fc.property(fillable, (job) => {
        const fast = prepare(job, wasm);
        const plain = prepare(job, scalarKernels);
        expectSameBytes(fast, plain, 'preparing');
        halve(fast, levelOf(fast, 0));
        halve(plain, levelOf(plain, 0));
        expectSameBytes(fast, plain, 'halve');
        for (const [name, step] of Object.entries(steps)) {
          expect(step(fast, levelOf(fast, 0)), name).toBe(step(plain, levelOf(plain, 0)));
          expectSameBytes(fast, plain, name);
        }
      }),
      { numRuns: 150 },
    );
  });
});
