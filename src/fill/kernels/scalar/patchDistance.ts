/** Squared distance of two 8 x 8 patches (byte addresses of their top left pixels), or any value >= `limit` once it is reached. */
export const patchDistance = (
  bytes: Uint8Array,
  first: number,
  second: number,
  stride: number,
  limit: number,
): number => {
  let sum = 0;
  for (let row = 0; row < 8; row++) {
    for (let i = 0; i < 32; i += 4) {
      // Hot loop: addresses are inside the memory by construction.
      const a = bytes[first + i]! - bytes[second + i]!;
      const b = bytes[first + i + 1]! - bytes[second + i + 1]!;
      const c = bytes[first + i + 2]! - bytes[second + i + 2]!;
      const d = bytes[first + i + 3]! - bytes[second + i + 3]!;
      sum = (sum + ((a * a + b * b + c * c + d * d) | 0)) | 0;
    }
    // The SIMD twin looks after four rows; looking earlier changes no decision, only the value that is thrown away.
    if (sum >= limit) return sum;
    first += stride;
    second += stride;
  }
  return sum;
};
