import type { Size } from '../geometry/size.ts';

/** Squared distance where there is no site at all: above every real one. */
export const noSite = 2 ** 30;

/**
 * Squared Euclidean distance in px from each pixel's centre to the nearest site's (`sites` is 1 there, 0 elsewhere), exact,
 * in time linear in the pixels: distances along columns first, then the lower envelope of parabolas along each row
 * (Felzenszwalb and Huttenlocher). What lies beyond the array holds no sites.
 */
export const squaredDistances = (sites: Uint8Array, size: Size): Int32Array => {
  const distances = columnDistances(sites, size);
  const lowerRow = rowEnvelope(size.width);
  for (let y = 0; y < size.height; y++) lowerRow(distances.subarray(y * size.width, (y + 1) * size.width));
  return distances;
};

// In this file every index is bounded by its loop; the assertions keep checks out of loops that run once per pixel.

/** Squared distance to the nearest site in the same column. */
const columnDistances = (sites: Uint8Array, { width, height }: Size): Int32Array => {
  // Steps first, going down and then up; `far` is more than any column has.
  const far = 1 << 15;
  const steps = new Int32Array(width * height);
  for (let at = 0; at < steps.length; at++) steps[at] = sites[at] ? 0 : at < width ? far : steps[at - width]! + 1;
  for (let at = steps.length - width - 1; at >= 0; at--) steps[at] = Math.min(steps[at]!, steps[at + width]! + 1);
  for (let at = 0; at < steps.length; at++) steps[at] = steps[at]! >= far ? noSite : steps[at]! ** 2;
  return steps;
};

/** Turns squared column distances of a row into squared distances in the plane, in place. */
const rowEnvelope = (width: number): ((row: Int32Array) => void) => {
  // The parabolas that are lowest somewhere, from left to right: centre, height there, and from where on each is lowest.
  const centres = new Int32Array(width);
  const heights = new Int32Array(width);
  const starts = new Float64Array(width + 1);
  return (row) => {
    let count = 0;
    for (let x = 0; x < width; x++) {
      const height = row[x]!;
      if (height >= noSite) continue;
      let start = -Infinity;
      while (count > 0) {
        const centre = centres[count - 1]!;
        start = (height + x * x - heights[count - 1]! - centre * centre) / (2 * (x - centre));
        if (start > starts[count - 1]!) break;
        start = -Infinity;
        count--;
      }
      centres[count] = x;
      heights[count] = height;
      starts[count] = start;
      count++;
    }
    if (count === 0) return;
    starts[count] = Infinity;
    for (let x = 0, current = 0; x < width; x++) {
      while (starts[current + 1]! < x) current++;
      row[x] = (x - centres[current]!) ** 2 + heights[current]!;
    }
  };
};
