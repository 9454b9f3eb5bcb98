import type { DecodedPng } from './decodePng.ts';

export type MaskMeasures = {
  /** Sum of coverage, in whole px. */
  readonly area: number;
  /** Centre of gravity in image px; (0.5, 0.5) is the middle of the first pixel. */
  readonly centre: { readonly x: number; readonly y: number };
  /** Edges in image px of all that is covered by half or more. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Where a mask is and how much it covers. */
export const maskMeasures = ({ width, height, data }: DecodedPng): MaskMeasures => {
  let area = 0;
  let sumX = 0;
  let sumY = 0;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const coverage = data[y * width + x]! / 255;
      if (coverage === 0) continue;
      area += coverage;
      sumX += coverage * (x + 0.5);
      sumY += coverage * (y + 0.5);
      if (coverage < 0.5) continue;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + 1);
      bottom = Math.max(bottom, y + 1);
    }
  return { area, centre: { x: sumX / area, y: sumY / area }, left, top, right, bottom };
};
