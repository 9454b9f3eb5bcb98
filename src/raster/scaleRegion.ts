import { rect, type Rect } from '../geometry/rect.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { axisWeights, type AxisWeights } from './axisWeights.ts';
import { readRegion, type TilePicture } from './tilePicture.ts';

/**
 * A region (whole image px, may reach beyond the picture) scaled to `size` by area average, as flat RGBA with straight alpha.
 * Colour is weighed by alpha. At the region's own size the bytes are exact. Holds a few rows besides the answer.
 */
export const scaleRegion = (picture: TilePicture, region: Rect, size: Size): Uint8ClampedArray<ArrayBuffer> => {
  if (sizeEquals(region, size)) return readRegion(picture, region);
  const columns = axisWeights(region.width, size.width, 'box');
  const rows = axisWeights(region.height, size.height, 'box');
  const scaled = new Uint8ClampedArray(size.width * size.height * 4);
  const sum = new Float32Array(size.width * 4);
  // Neighbouring output rows share source rows at their seam: those are narrowed once.
  const narrowed = new Map<number, Float32Array>();
  const narrowedRow = (y: number): Float32Array => {
    const known = narrowed.get(y);
    if (known) return known;
    const row = narrowRow(readRegion(picture, rect(region.x, region.y + y, region.width, 1)), columns);
    narrowed.set(y, row);
    return row;
  };
  rows.forEach(({ start, weights }, y) => {
    sum.fill(0);
    weights.forEach((weight, index) => addWeighted(sum, narrowedRow(start + index), weight));
    for (const known of narrowed.keys()) if (known < start + weights.length - 1) narrowed.delete(known);
    writeStraight(sum, scaled.subarray(y * size.width * 4, (y + 1) * size.width * 4));
  });
  return scaled;
};

// Indexes below are bounded by their loops, which run once per source pixel.

/** One row averaged along x: colour multiplied by alpha (0 to 255 * 255) and alpha (0 to 255). */
const narrowRow = (row: Uint8ClampedArray, columns: AxisWeights): Float32Array => {
  const narrow = new Float32Array(columns.length * 4);
  columns.forEach(({ start, weights }, x) => {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    for (let index = 0, at = start * 4; index < weights.length; index++, at += 4) {
      const weight = weights[index]! * row[at + 3]!;
      red += row[at]! * weight;
      green += row[at + 1]! * weight;
      blue += row[at + 2]! * weight;
      alpha += weight;
    }
    narrow[x * 4] = red;
    narrow[x * 4 + 1] = green;
    narrow[x * 4 + 2] = blue;
    narrow[x * 4 + 3] = alpha;
  });
  return narrow;
};

const addWeighted = (sum: Float32Array, row: Float32Array, weight: number): void => {
  for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + row[at]! * weight;
};

const writeStraight = (sum: Float32Array, into: Uint8ClampedArray): void => {
  for (let at = 0; at < sum.length; at += 4) {
    const alpha = sum[at + 3]!;
    if (alpha === 0) continue;
    into[at] = sum[at]! / alpha;
    into[at + 1] = sum[at + 1]! / alpha;
    into[at + 2] = sum[at + 2]! / alpha;
    into[at + 3] = alpha;
  }
};
