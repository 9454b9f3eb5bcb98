/**
 * Mixes straight-alpha pixels of `from` into `into`, from the given byte positions on, by one strength (0-255) each: 255 gives
 * the bytes of `from`, 0 leaves those of `into`. Between them colour is weighed by alpha, so that an invisible pixel lends no
 * colour; where both are invisible `into` keeps its bytes.
 */
export const blendPixels = (
  into: Uint8ClampedArray,
  intoAt: number,
  from: Uint8ClampedArray,
  fromAt: number,
  strengths: Uint8Array,
): void => {
  // Every position is inside its array by the caller's choice of lengths; this runs once per masked pixel.
  for (let index = 0, to = intoAt, at = fromAt; index < strengths.length; index++, to += 4, at += 4) {
    const strength = strengths[index]!;
    if (strength === 0) continue;
    const newWeight = strength * from[at + 3]!;
    const oldWeight = (255 - strength) * into[to + 3]!;
    const weight = newWeight + oldWeight;
    if (strength === 255) {
      for (let channel = 0; channel < 4; channel++) into[to + channel] = from[at + channel]!;
    } else if (weight > 0) {
      for (let channel = 0; channel < 3; channel++)
        into[to + channel] = (from[at + channel]! * newWeight + into[to + channel]! * oldWeight) / weight;
      into[to + 3] = weight / 255;
    }
  }
};
