import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rect } from '../geometry/rect.ts';
import { jobs } from './fixtures/jobs.ts';
import { holeBounds } from './holeBounds.ts';
import { planeOfRuns } from './runs/planeOfRuns.ts';
import { scanRegion } from './scanRegion.ts';

test('finds exactly the hole and the transparent known pixels of the region', () => {
  fc.assert(
    fc.property(jobs(1, 24, 'transparent parts'), fc.nat(), fc.nat(), (job, across, down) => {
      const x = across % job.width;
      const y = down % job.height;
      const region = rect(x, y, job.width - x, job.height - y);
      const scanned = scanRegion(job, region);
      const pixels = Array.from(
        { length: region.width * region.height },
        (_, i) => (y + Math.floor(i / region.width)) * job.width + x + (i % region.width),
      );
      const isHole = (pixel: number) => job.hole[pixel] !== 0;
      const alpha = (pixel: number) => job.pixels[4 * pixel + 3];
      expect([...planeOfRuns(scanned.holes)]).toEqual(pixels.map((pixel) => Number(isHole(pixel))));
      expect([...planeOfRuns(scanned.voids)]).toEqual(
        pixels.map((pixel) => Number(!isHole(pixel) && alpha(pixel) === 0)),
      );
      expect(scanned.isOpaque).toBe(pixels.every((pixel) => isHole(pixel) || alpha(pixel) === 255));
    }),
  );
});

test('holeBounds is the smallest rectangle around the hole', () => {
  fc.assert(
    fc.property(jobs(1, 24), (job) => {
      const inside = [...job.hole.keys()].filter((pixel) => job.hole[pixel] !== 0);
      const bounds = holeBounds(job);
      if (inside.length === 0) {
        expect(bounds).toBeNull();
        return;
      }
      const columns = inside.map((pixel) => pixel % job.width);
      const rows = inside.map((pixel) => Math.floor(pixel / job.width));
      const [left, top] = [Math.min(...columns), Math.min(...rows)];
      expect(bounds).toEqual(rect(left, top, Math.max(...columns) - left + 1, Math.max(...rows) - top + 1));
    }),
  );
});
