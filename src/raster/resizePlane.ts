import type { Size } from '../geometry/size.ts';
import { axisWeights, type AxisWeights } from './axisWeights.ts';

/** An 8-bit plane at another size: nearest for one that is only 0 and 255 (it stays so), else smooth. */
export const resizePlane = (plane: Uint8Array, from: Size, to: Size): Uint8Array =>
  plane.every((value) => value === 0 || value === 255) ? resizeNearest(plane, from, to) : resizeSmooth(plane, from, to);

// Indexes below are bounded by their loops, which run once per pixel.

const resizeNearest = (plane: Uint8Array, from: Size, to: Size): Uint8Array => {
  const resized = new Uint8Array(to.width * to.height);
  const columns = nearest(from.width, to.width);
  const rows = nearest(from.height, to.height);
  for (let y = 0, at = 0; y < to.height; y++)
    for (let x = 0; x < to.width; x++, at++) resized[at] = plane[rows[y]! * from.width + columns[x]!]!;
  return resized;
};

/** The source place under the middle of each place. */
const nearest = (from: number, to: number): Uint32Array =>
  Uint32Array.from({ length: to }, (_, place) => Math.floor(((place + 0.5) * from) / to));

/** Bilinear when enlarging, a tent-weighted average when reducing. */
const resizeSmooth = (plane: Uint8Array, from: Size, to: Size): Uint8Array => {
  const resized = new Uint8Array(to.width * to.height);
  const columns = axisWeights(from.width, to.width, 'tent');
  const sum = new Float32Array(from.width);
  axisWeights(from.height, to.height, 'tent').forEach(({ start, weights }, y) => {
    sum.fill(0);
    weights.forEach((weight, index) => {
      const row = (start + index) * from.width;
      for (let x = 0; x < from.width; x++) sum[x] = sum[x]! + plane[row + x]! * weight;
    });
    narrowInto(sum, columns, resized.subarray(y * to.width, (y + 1) * to.width));
  });
  return resized;
};

const narrowInto = (row: Float32Array, columns: AxisWeights, into: Uint8Array): void => {
  columns.forEach(({ start, weights }, x) => {
    let value = 0;
    for (let index = 0; index < weights.length; index++) value += row[start + index]! * weights[index]!;
    into[x] = Math.round(value);
  });
};
