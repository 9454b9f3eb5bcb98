import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobs } from './fixtures/jobs.ts';
import { prepare } from './fixtures/prepare.ts';
import { writeDepths, writeTrustTable } from './patchTrust.ts';
import { planLevels } from './planLevels.ts';
import { pixelAt } from './runs/pixelAt.ts';
import { scanRegion } from './scanRegion.ts';
import { levelOf } from './workspace.ts';

const fillable = jobs(16, 32).filter((job) => {
  const { holes, voids } = scanRegion(job, { x: 0, y: 0, width: job.width, height: job.height });
  return holes.count > 0 && planLevels(holes, voids).levels.length > 0;
});

test('a patch is as deep as its centre is far from the nearest known pixel', () => {
  fc.assert(
    fc.property(fillable, (job) => {
      const workspace = prepare(job);
      const level = levelOf(workspace, 0);
      writeDepths(workspace, level);
      const known = [...job.hole.keys()].filter((pixel) => job.hole[pixel] === 0);
      for (let target = 0; target < level.targets.count; target++) {
        const centre = pixelAt(level.targets, target) + 4 * job.width + 4;
        const distances = known.map(
          (pixel) =>
            Math.abs((pixel % job.width) - (centre % job.width)) +
            Math.abs(Math.floor(pixel / job.width) - Math.floor(centre / job.width)),
        );
        expect(workspace.memory.bytes[level.depths + target]).toBe(distances.reduce((a, b) => Math.min(a, b)));
      }
    }),
    { numRuns: 25 },
  );
});

test('trust is 1 outside the hole and never rises with depth nor reaches 0', () => {
  const job = fc.sample(fillable, { numRuns: 1, seed: 1 })[0];
  if (!job) throw new Error('no job');
  const workspace = prepare(job);
  writeTrustTable(workspace);
  const at = workspace.trust >> 2;
  const table = [...workspace.memory.floats.subarray(at, at + 256)];
  expect(table[0]).toBe(1);
  expect(table).toEqual([...table].sort((a, b) => b - a));
  expect(Math.min(...table)).toBeGreaterThan(0);
});
