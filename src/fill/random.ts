/** The state of a xorshift generator: never 0, a signed 32-bit number. Shared with the kernels, which step it the same way. */
export type Random = { state: number };

/** Scatters the bits of a seed, so that 1 and 2 give unlike sequences and 0 is allowed. */
export const createRandom = (seed: number): Random => {
  let bits = (Math.trunc(seed) | 0) ^ 0x9e3779b9;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  bits ^= bits >>> 16;
  return { state: bits | 0 || 1 };
};

/** A whole number 0 <= n < below, below at most 2^31. */
export const randomBelow = (random: Random, below: number): number => {
  let { state } = random;
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  random.state = state;
  return (state >>> 1) % below;
};
