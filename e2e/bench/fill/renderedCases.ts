import type { FillCase } from './fillCase.ts';

const hash = (x: number, y: number): number => {
  let bits = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  return ((bits ^ (bits >>> 13)) >>> 0) / 2 ** 32;
};

/** A landscape of our own: a sky gradient over a rough meadow with planks, so that there is something smooth, rough and straight. */
const renderLandscape = (width: number, height: number): Uint8ClampedArray<ArrayBuffer> => {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const v = y / height;
      const horizon = 0.4 + 0.03 * Math.sin((9 * x) / width);
      const at = 4 * (y * width + x);
      const grain = 24 * (hash(x >> 1, y >> 1) - 0.5) + 24 * (hash(x, y) - 0.5);
      if (v < horizon) pixels.set([110 + 120 * v, 150 + 100 * v, 230 - 40 * v, 255], at);
      else if (x % 96 < 6) pixels.set([90 + grain, 60 + grain, 40 + grain, 255], at);
      else pixels.set([70 + 60 * v + grain, 120 + 40 * Math.sin(x / 40 + y / 60) + grain, 50 + grain, 255], at);
    }
  }
  return pixels;
};

/** An ellipse of about `share` of the picture's area. */
const ellipse = (width: number, height: number, share: number): Uint8Array<ArrayBuffer> => {
  const hole = new Uint8Array(width * height);
  const radius = Math.sqrt((share * width * height) / Math.PI);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = (x - 0.55 * width) / (1.25 * radius);
      const dy = (y - 0.5 * height) / (0.8 * radius);
      if (dx * dx + dy * dy < 1) hole[y * width + x] = 1;
    }
  }
  return hole;
};

const band = (width: number, height: number, from: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(width * height).map((_, i) => (i % width >= from ? 1 : 0));

/** Jobs of growing size, rendered here. */
export const renderedCases = (greatestSide: number): FillCase[] => {
  const square = (side: number, percent: number): FillCase => ({
    name: `rendered ${side} ${percent} %`,
    job: {
      pixels: renderLandscape(side, side),
      hole: ellipse(side, side, percent / 100),
      width: side,
      height: side,
      seed: 1,
    },
  });
  const outpaint: FillCase = {
    name: 'rendered outpaint 1024 to 1536',
    job: { pixels: renderLandscape(1536, 1024), hole: band(1536, 1024, 1024), width: 1536, height: 1024, seed: 1 },
  };
  const sides = [1024, 2048, 4096].filter((side) => side <= greatestSide);
  return [...sides.flatMap((side) => [1, 5, 15].map((percent) => square(side, percent))), outpaint];
};
