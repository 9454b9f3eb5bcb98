import type { AxisWeights } from './axisWeights.ts';

/**
 * How `places` px of an axis are made of a stretch (`from` to `from + stretch`, may be fractional) of an axis of `length` px: the
 * average of what each covers when reducing, a cubic through the neighbours (Catmull-Rom) when enlarging; the edge repeats beyond it.
 * A stretch of whole px at its own size gives exactly those px.
 */
export const stretchWeights = (length: number, from: number, stretch: number, places: number): AxisWeights => {
  const step = stretch / places;
  return Array.from({ length: places }, (_, place) =>
    step > 1 + 1e-9
      ? gathered(length, boxTaps(from + place * step, step))
      : gathered(length, cubicTaps(from + (place + 0.5) * step - 0.5)),
  );
};

type Tap = readonly [at: number, weight: number];

const boxTaps = (low: number, step: number): readonly Tap[] => {
  const high = low + step;
  const start = Math.floor(low + 1e-9);
  const count = Math.max(1, Math.ceil(high - 1e-9) - start);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index;
    return [at, Math.max(0, Math.min(high, at + 1) - Math.max(low, at))];
  });
};

const cubicTaps = (centre: number): readonly Tap[] => {
  const near = Math.round(centre);
  // Sums of fractions miss whole numbers by a few bits; those px are to stay exact.
  if (Math.abs(centre - near) < 1e-6) return [[near, 1]];
  const start = Math.floor(centre) - 1;
  return [0, 1, 2, 3].map((index) => [start + index, catmullRom(Math.abs(centre - start - index))]);
};

const catmullRom = (distance: number): number =>
  distance < 1
    ? 1 - distance ** 2 * (2.5 - 1.5 * distance)
    : distance < 2
      ? 2 - distance * (4 - distance * (2.5 - 0.5 * distance))
      : 0;

/** Taps beyond an end count for the last px there. */
const gathered = (length: number, taps: readonly Tap[]): AxisWeights[number] => {
  const inside = taps.map(([at]) => Math.max(0, Math.min(length - 1, at)));
  const start = Math.min(...inside);
  const weights = new Float32Array(Math.max(...inside) - start + 1);
  const sum = taps.reduce((total, [, weight]) => total + weight, 0);
  taps.forEach(([, weight], index) => {
    const at = (inside[index] ?? start) - start;
    weights[at] = (weights[at] ?? 0) + weight / sum;
  });
  return { start, weights };
};
