import type { Size } from '../geometry/size.ts';

/** Squared distance where there is no site at all: above every real one, and safe to add to. */
export const noSite = 2 ** 30;

/**
 * Squared Euclidean distance in px from each pixel's centre to the nearest site's (`sites` is 1 there, 0 elsewhere), exact,
 * in time linear in the pixels: distances along columns first, then the lower envelope of parabolas along each row
 * (Felzenszwalb and Huttenlocher). What lies beyond the array holds no sites.
 */
export const squaredDistances = (sites: Uint8Array, size: Size): Int32Array => {
  const distances = columnDistances(sites, size);
  const envelope = new Envelope(size.width);
  for (let y = 0; y < size.height; y++) {
    envelope.rewrite(distances.subarray(y * size.width, (y + 1) * size.width));
  }
  return distances;
};

// In this file every index is bounded by its loop; the assertions keep checks out of loops that run once per pixel.

const columnDistances = (sites: Uint8Array, { width, height }: Size): Int32Array => {
  const distances = new Int32Array(width * height);
  const steps = new Int32Array(width).fill(noSite);
  const far = width + height;
  const sweep = (y: number, write: (at: number, step: number) => void): void => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const step = sites[at] ? 0 : Math.min(steps[x]! + 1, noSite);
      steps[x] = step;
      write(at, step >= far ? noSite : step * step);
    }
  };
  for (let y = 0; y < height; y++) sweep(y, (at, squared) => (distances[at] = squared));
  steps.fill(noSite);
  for (let y = height - 1; y >= 0; y--) sweep(y, (at, squared) => (distances[at] = Math.min(distances[at]!, squared)));
  return distances;
};

/** The lowest of the parabolas over one row; keeps its scratch arrays from row to row. */
class Envelope {
  private readonly centres: Int32Array;
  private readonly heights: Int32Array;
  private readonly starts: Float64Array;

  constructor(width: number) {
    this.centres = new Int32Array(width);
    this.heights = new Int32Array(width);
    this.starts = new Float64Array(width + 1);
  }

  /** Replaces squared column distances by squared distances in the plane. */
  rewrite(row: Int32Array): void {
    const { centres, heights, starts } = this;
    let count = 0;
    for (let x = 0; x < row.length; x++) {
      const height = row[x]!;
      if (height >= noSite) continue;
      let start = -Infinity;
      while (count > 0) {
        const centre = centres[count - 1]!;
        start = (height + x * x - heights[count - 1]! - centre * centre) / (2 * (x - centre));
        if (start > starts[count - 1]!) break;
        count--;
        start = -Infinity;
      }
      centres[count] = x;
      heights[count] = height;
      starts[count] = start;
      count++;
    }
    if (count === 0) return;
    starts[count] = Infinity;
    for (let x = 0, current = 0; x < row.length; x++) {
      while (starts[current + 1]! < x) current++;
      row[x] = (x - centres[current]!) ** 2 + heights[current]!;
    }
  }
}
