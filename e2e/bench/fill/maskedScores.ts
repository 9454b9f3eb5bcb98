import type { FillCase } from './fillCase.ts';

export type MaskedScores = {
  /** dB. */
  readonly psnr: number;
  /** Gradient energy of the fill against that of the truth: 1 is as sharp (or as grainy, or as smooth). */
  readonly sharpness: number;
  /** Greatest brightness step between neighbours in the fill less that in the truth's hole: a seam or a band. */
  readonly excessStep: number;
};

/** Compares a fill with the truth, which is the case's own picture, inside the mask. */
export const maskedScores = ({ job }: FillCase, filled: Uint8ClampedArray): MaskedScores => {
  const { pixels, hole, width, height } = job;
  const brightness = (of: Uint8ClampedArray, pixel: number): number =>
    0.299 * (of[4 * pixel] ?? 0) + 0.587 * (of[4 * pixel + 1] ?? 0) + 0.114 * (of[4 * pixel + 2] ?? 0);
  let squares = 0;
  let count = 0;
  const energy = { truth: 0, fill: 0 };
  const greatest = { truth: 0, fill: 0 };
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const pixel = y * width + x;
      if (hole[pixel] === 0) continue;
      count++;
      for (let at = 4 * pixel; at < 4 * pixel + 3; at++) squares += ((pixels[at] ?? 0) - (filled[at] ?? 0)) ** 2;
      for (const beside of [pixel + 1, pixel + width]) {
        const truth = Math.abs(brightness(pixels, pixel) - brightness(pixels, beside));
        const fill = Math.abs(brightness(filled, pixel) - brightness(filled, beside));
        energy.truth += truth;
        energy.fill += fill;
        greatest.truth = Math.max(greatest.truth, truth);
        greatest.fill = Math.max(greatest.fill, fill);
      }
    }
  }
  return {
    psnr: 10 * Math.log10(255 ** 2 / Math.max(1e-6, squares / (3 * Math.max(1, count)))),
    sharpness: energy.fill / Math.max(1e-6, energy.truth),
    excessStep: greatest.fill - greatest.truth,
  };
};
