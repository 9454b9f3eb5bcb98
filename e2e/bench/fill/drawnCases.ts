import type { FillCase } from './fillCase.ts';

type Paint = (x: number, y: number) => readonly [number, number, number];
type Mask = (x: number, y: number) => boolean;

const width = 640;
const height = 480;

const hash = (x: number, y: number, salt = 0): number => {
  let bits = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(salt + 1, 0x9e3779b9);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  return ((bits ^ (bits >>> 13)) >>> 0) / 2 ** 32;
};

/** 1 inside, 0 outside, a soft step of one pixel at the edge. */
const step = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance));

const mix = (a: readonly number[], b: readonly number[], share: number): [number, number, number] => [
  (a[0] ?? 0) + ((b[0] ?? 0) - (a[0] ?? 0)) * share,
  (a[1] ?? 0) + ((b[1] ?? 0) - (a[1] ?? 0)) * share,
  (a[2] ?? 0) + ((b[2] ?? 0) - (a[2] ?? 0)) * share,
];

const gradient: Paint = (x, y) => [40 + (150 * y) / height, 80 + (60 * x) / width, 200 - (90 * y) / height];
const circle: Paint = (x, y) => mix(gradient(x, y), [250, 190 - y / 6, 90], step(Math.hypot(x - 320, y - 250) - 150));
const stripes: Paint = (x, y) => (Math.floor((x + y / 2) / 23) % 2 === 0 ? [230, 226, 214] : [60, 90, 120]);
const grain: Paint = (x, y) => {
  const noise = 30 * (hash(x, y) + hash(x, y, 1) - 1);
  return mix([120 + noise, 110 + noise, 96 + noise], [160 + noise, 120 + noise, 80 + noise], y / height);
};
/** Lines of small strokes on toned paper. */
const text: Paint = (x, y) => {
  const paper = 236 + 6 * hash(x >> 1, y >> 1);
  const isStroke = y % 22 > 6 && y % 22 < 17 && hash(x >> 2, Math.floor(y / 22)) > 0.55 && x % 90 > 12;
  return isStroke ? [40, 40, 46] : [paper, paper - 4, paper - 18];
};
/** A window with a title bar, a sidebar and rows: flat colours, straight edges. */
const screenshot: Paint = (x, y) => {
  if (y < 36) return [45, 52, 64];
  if (x < 150) return (y - 36) % 40 < 39 ? [232, 235, 240] : [205, 210, 218];
  return (y - 36) % 32 < 31 ? [255, 255, 255] : [225, 228, 232];
};

const blob =
  (cx: number, cy: number, radius: number): Mask =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) < radius * (1 + 0.15 * Math.sin(5 * Math.atan2(y - cy, x - cx)));
const scratch: Mask = (x, y) => Math.abs(y - 100 - 0.4 * x) < 2;
const islands: Mask = (x, y) => Math.hypot((x % 40) - 20, (y % 40) - 20) < 3;

const drawn = (name: string, paint: Paint, mask: Mask): FillCase => {
  const pixels = new Uint8ClampedArray(4 * width * height);
  const hole = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels.set([...paint(x, y), 255], 4 * (y * width + x));
      if (mask(x, y)) hole[y * width + x] = 1;
    }
  }
  return { name: `drawn ${name}`, job: { pixels, hole, width, height, seed: 1 } };
};

/** Drawn pictures with a known truth, of the kinds that photographs do not cover. */
export const drawnCases = (): FillCase[] => [
  drawn('gradient', gradient, blob(300, 240, 70)),
  drawn('gradient, outpaint right', gradient, (x) => x >= 480),
  drawn('circle rim', circle, blob(452, 180, 40)),
  drawn('circle rim, wide', circle, blob(426, 144, 60)),
  drawn('stripes', stripes, blob(320, 240, 70)),
  drawn('grain', grain, blob(320, 240, 80)),
  drawn('grain, outpaint on four sides', grain, (x, y) => x < 80 || y < 60 || x >= 560 || y >= 420),
  drawn('text on paper', text, blob(320, 240, 50)),
  drawn('screenshot', screenshot, blob(180, 200, 50)),
  drawn('scratch', circle, scratch),
  drawn('islands', circle, islands),
  drawn('mask at the border', circle, (x, y) => x < 90 && y > 300),
];
