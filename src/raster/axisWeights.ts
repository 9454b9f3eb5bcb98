/** For each place of a shorter or longer axis: where its window of source places starts, and their weights (sum 1). */
export type AxisWeights = readonly { readonly start: number; readonly weights: Float32Array }[];

/**
 * How `to` places of an axis are made of `from` places. `box` gives each the average of the stretch it covers (crisp steps when
 * enlarging); `tent` blends linearly between neighbours when enlarging and averages softly when reducing.
 */
export const axisWeights = (from: number, to: number, shape: 'box' | 'tent'): AxisWeights => {
  const step = from / to;
  return Array.from({ length: to }, (_, place) =>
    shape === 'box'
      ? boxWindow(place * step, (place + 1) * step, from)
      : tentWindow((place + 0.5) * step, Math.max(1, step), from),
  );
};

const boxWindow = (low: number, high: number, from: number) => {
  const start = Math.min(from - 1, Math.floor(low));
  const end = Math.max(start + 1, Math.min(from, Math.ceil(high - 1e-9)));
  const overlap = (place: number) => Math.max(0, Math.min(high, place + 1) - Math.max(low, place));
  return normalised(start, end, overlap);
};

const tentWindow = (centre: number, reach: number, from: number) => {
  const start = Math.max(0, Math.floor(centre - reach));
  const end = Math.max(start + 1, Math.min(from, Math.ceil(centre + reach)));
  return normalised(start, end, (place) => Math.max(0, 1 - Math.abs(place + 0.5 - centre) / reach));
};

const normalised = (start: number, end: number, weightOf: (place: number) => number) => {
  const weights = Float32Array.from({ length: end - start }, (_, index) => weightOf(start + index));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { start, weights: sum > 0 ? weights.map((weight) => weight / sum) : weights.fill(1 / weights.length) };
};
