/** How a slider's values lie along its track: fraction 0 is the left end, 1 the right end. */
export type SliderCurve = {
  readonly toFraction: (value: number) => number;
  readonly toValue: (fraction: number) => number;
};

/**
 * value = min + (max - min) * fraction ** exponent. Exponent 1 is a plain slider; above 1 small values get more of the track.
 * `toValue` takes any fraction, clamps it to 0..1 and does not round.
 */
export const powerCurve = (min: number, max: number, exponent: number): SliderCurve => ({
  toFraction: (value) => ((Math.min(max, Math.max(min, value)) - min) / (max - min)) ** (1 / exponent),
  toValue: (fraction) => min + (max - min) * Math.min(1, Math.max(0, fraction)) ** exponent,
});
