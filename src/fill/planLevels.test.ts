import { describe, expect, test } from 'vitest';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { holeThickness } from './holeThickness.ts';
import { planLevels } from './planLevels.ts';
import { planStarts } from './planStarts.ts';
import { scanRegion } from './scanRegion.ts';

const plan = (width: number, height: number, isHole: (x: number, y: number) => boolean) => {
  const job = fillJobOf(width, height, () => [0, 0, 0], isHole);
  const { holes, voids } = scanRegion(job, { x: 0, y: 0, width, height });
  return { ...planLevels(holes, voids), measured: holeThickness(holes) };
};
const square = (side: number) => (x: number, y: number) => x >= 100 && y >= 100 && x < 100 + side && y < 100 + side;

describe('the thickness of a hole', () => {
  test('is half its side, to within the grid', () => {
    for (const side of [8, 30, 64, 120]) {
      const { measured } = plan(300, 300, square(side));
      expect(Math.abs(measured - side / 2)).toBeLessThanOrEqual(6);
    }
  });

  test('along the border is all of it', () => {
    expect(plan(300, 200, (x) => x >= 220).measured).toBe(80);
  });
});

describe('the pyramid', () => {
  test('has one level for a thin hole and more for a thick one, each with sources', () => {
    expect(plan(300, 300, (x, y) => y === 50 && x > 20 && x < 200).levels).toHaveLength(1);
    const { levels } = plan(400, 400, square(150));
    expect(levels.map(({ width }) => width)).toEqual([400, 200, 100, 50]);
    for (const { sources } of levels) expect(sources.count).toBeGreaterThanOrEqual(16);
  });

  test('is empty where nothing can be copied', () => {
    expect(plan(7, 400, (x, y) => x === 3 && y === 3).levels).toHaveLength(0);
    expect(plan(200, 200, (x, y) => x > 5 && y > 5 && x < 195 && y < 195).levels).toHaveLength(0);
  });
});

test('starts lie at or above the compared level, without repetition', () => {
  for (const side of [10, 60, 200, 600]) {
    const { starts, compared } = planStarts(plan(1000, 900, square(side)));
    expect(new Set(starts.map(({ kind, level }) => `${kind} ${level}`)).size).toBe(starts.length);
    expect(Math.min(...starts.map(({ level }) => level))).toBeGreaterThanOrEqual(compared);
  }
});
