import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { jobs } from './fixtures/jobs.ts';
import { prepare } from './fixtures/prepare.ts';
import { pixelClass } from './pixelClass.ts';
import { planLevels } from './planLevels.ts';
import { pyramid } from './pyramid.ts';
import { scanRegion } from './scanRegion.ts';

const layered = jobs(56, 120).filter((job) => {
  const { holes, voids } = scanRegion(job, { x: 0, y: 0, width: job.width, height: job.height });
  return planLevels(holes, voids).levels.length > 1;
});

test('every level stays between the extremes of the known pixels, and its hole is 0', () => {
  fc.assert(
    fc.property(layered, (job) => {
      const known = [...job.pixels].filter((_, i) => i % 4 === 1 && job.hole[i >> 2] === 0);
      const [least, greatest] = [Math.min(...known), Math.max(...known)];
      const workspace = prepare(job);
      pyramid(workspace);
      for (const { pixels, classes, width, height } of workspace.levels.slice(1)) {
        for (let pixel = 0; pixel < width * height; pixel++) {
          const green = workspace.memory.bytes[pixels + 4 * pixel + 1] ?? -1;
          if (workspace.memory.bytes[classes + pixel] === pixelClass.hole) expect(green).toBe(0);
          else expect(green >= least && green <= greatest).toBe(true);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a ramp stays a ramp away from border and hole', () => {
  const job = fillJobOf(
    128,
    128,
    (x, y) => [x, y, x + y],
    (x, y) => x > 90 && y > 90,
  );
  const workspace = prepare(job);
  pyramid(workspace);
  const coarse = workspace.levels[1];
  if (!coarse) throw new Error('expected a second level');
  for (let y = 1; y < 40; y++) {
    for (let x = 1; x < 40; x++) {
      const at = coarse.pixels + 4 * (y * coarse.width + x);
      // the middle of the four children lies half a px off, and halves round up
      expect([...workspace.memory.bytes.subarray(at, at + 3)]).toEqual([2 * x + 1, 2 * y + 1, 2 * x + 2 * y + 1]);
    }
  }
});
