import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patchSide } from '../patchSide.ts';
import { halveRuns } from './halveRuns.ts';
import { pixelAt } from './pixelAt.ts';
import { planeOfRuns } from './planeOfRuns.ts';
import { remainingPatches } from './remainingPatches.ts';
import { buildRuns, forEachRun, type Runs } from './runs.ts';
import { touchingPatches } from './touchingPatches.ts';
import { unionRuns } from './unionRuns.ts';

type Plane = { readonly width: number; readonly height: number; readonly inside: readonly boolean[] };

const planes = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }), fc.constantFrom(1, 3, 20, 60))
  .chain(([width, height, rarity]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      inside: fc.array(
        fc.nat(rarity).map((value) => value === 0),
        { minLength: width * height, maxLength: width * height },
      ),
    }),
  );

const runsOf = ({ width, height, inside }: Plane): Runs =>
  buildRuns(width, height, (y, add) => {
    for (let x = 0; x < width; x++) if (inside[y * width + x]) add(x, x + 1);
  });

const at = ({ width, height, inside }: Plane, x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height && inside[y * width + x] === true;

/** The oracle: asks every pixel. */
const planeBy = (width: number, height: number, isInside: (x: number, y: number) => boolean): number[] =>
  Array.from({ length: width * height }, (_, i) => Number(isInside(i % width, Math.floor(i / width))));

const patchHolds = (plane: Plane, x: number, y: number): boolean => {
  for (let dy = 0; dy < patchSide; dy++)
    for (let dx = 0; dx < patchSide; dx++) if (at(plane, x + dx, y + dy)) return true;
  return false;
};

describe('runs', () => {
  test('hold what they were built from, in maximal stretches that are counted right', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const runs = runsOf(plane);
        expect([...planeOfRuns(runs)]).toEqual(plane.inside.map(Number));
        expect(runs.count).toBe(plane.inside.filter(Boolean).length);
        let expectedBase = 0;
        forEachRun(runs, (y, start, end, base) => {
          expect(base).toBe(expectedBase);
          expectedBase += end - start;
          expect(at(plane, start - 1, y)).toBe(false);
          expect(at(plane, end, y)).toBe(false);
        });
      }),
    );
  });

  test('pixelAt lists the pixels in order', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const runs = runsOf(plane);
        const expected = [...plane.inside.keys()].filter((pixel) => plane.inside[pixel]);
        expect(expected.map((_, ordinal) => pixelAt(runs, ordinal))).toEqual(expected);
      }),
    );
  });

  test('halveRuns: a coarse pixel is inside where a child is', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const half = halveRuns(runsOf(plane));
        const expected = planeBy(half.width, half.height, (x, y) =>
          [0, 1].some((dy) => [0, 1].some((dx) => at(plane, 2 * x + dx, 2 * y + dy))),
        );
        expect([half.width, half.height]).toEqual([Math.ceil(plane.width / 2), Math.ceil(plane.height / 2)]);
        expect([...planeOfRuns(half)]).toEqual(expected);
      }),
    );
  });

  test('unionRuns: in either', () => {
    fc.assert(
      fc.property(planes, fc.nat(), (plane, salt) => {
        const other = { ...plane, inside: plane.inside.map((_, i) => (i * 7919 + salt) % 5 === 0) };
        const expected = plane.inside.map((inside, i) => Number(inside || other.inside[i]));
        expect([...planeOfRuns(unionRuns(runsOf(plane), runsOf(other)))]).toEqual(expected);
      }),
    );
  });

  test('touchingPatches and remainingPatches divide the patches by whether they hold a pixel of the set', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const { width, height } = plane;
        const fits = (x: number, y: number): boolean => x <= width - patchSide && y <= height - patchSide;
        const touching = touchingPatches(runsOf(plane));
        const remaining = remainingPatches(touching);
        expect([...planeOfRuns(touching)]).toEqual(
          planeBy(width, height, (x, y) => fits(x, y) && patchHolds(plane, x, y)),
        );
        expect([...planeOfRuns(remaining)]).toEqual(
          planeBy(width, height, (x, y) => fits(x, y) && !patchHolds(plane, x, y)),
        );
      }),
    );
  });
});
