import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobs } from './fixtures/jobs.ts';
import { peelLayers } from './peelLayers.ts';
import { scanRegion } from './scanRegion.ts';

test('a pixel’s layer is its distance from the pixels outside, and every reachable pixel has one', () => {
  fc.assert(
    fc.property(jobs(1, 24), ({ width, height, ...job }) => {
      const { holes } = scanRegion({ ...job, width, height }, { x: 0, y: 0, width, height });
      const layers = peelLayers(holes);
      const distance = new Map<number, number>();
      layers.forEach((layer, index) => layer.forEach((pixel) => distance.set(pixel, index + 1)));
      if (holes.count < width * height) expect(distance.size).toBe(holes.count);
      expect(layers.reduce((sum, layer) => sum + layer.length, 0)).toBe(distance.size);
      for (const [pixel, layer] of distance) {
        const x = pixel % width;
        const beside = [
          ...(x > 0 ? [pixel - 1] : []),
          ...(x < width - 1 ? [pixel + 1] : []),
          ...(pixel >= width ? [pixel - width] : []),
          ...(pixel < width * (height - 1) ? [pixel + width] : []),
        ];
        expect(layer).toBe(1 + Math.min(...beside.map((neighbour) => distance.get(neighbour) ?? 0)));
      }
    }),
  );
});
