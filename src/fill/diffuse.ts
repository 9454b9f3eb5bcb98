import type { Size } from '../geometry/size.ts';

/** Four numbers per pixel, and which pixels are unknown (nonzero). */
type Planes = Size & { readonly values: Float32Array | Uint8ClampedArray; readonly isUnknown: Uint8Array };

/** px: above this area the solution is found at half size and enlarged, to bound time and memory. */
const greatestArea = 2 ** 21;
const sweeps = 16;
const relaxation = 1.7;

/**
 * Fills the unknown pixels (nonzero in `isUnknown`) of a four-channel byte image smoothly: a membrane stretched between the known
 * ones. Changes `bytes` in place, unknown pixels only. Where nothing is known they become 0.
 */
export const diffuse = (bytes: Uint8ClampedArray, isUnknown: Uint8Array, size: Size): void => {
  const whole: Planes = { ...size, values: bytes, isUnknown };
  if (size.width * size.height > greatestArea) {
    const half = halve(whole, (length) => new Uint8ClampedArray(length));
    diffuse(half.values as Uint8ClampedArray, half.isUnknown, half);
    enlarge(half, whole);
    return;
  }
  const values = Float32Array.from(bytes);
  stretchMembrane({ ...whole, values });
  // Storing to a clamped array rounds to the nearest byte.
  forEachUnknown(isUnknown, (pixel) => bytes.set(values.subarray(4 * pixel, 4 * pixel + 4), 4 * pixel));
};

/** Bytes that a diffusion of this size takes beside the image itself: its copies at smaller sizes and the floats. */
export const diffusionBytes = ({ width, height }: Size): number =>
  2 * width * height + 24 * Math.min(width * height, greatestArea);

/** Pull and push: the coarser solution is the start, relaxation makes it smooth. */
export const stretchMembrane = (planes: Planes): void => {
  if (planes.width === 1 && planes.height === 1) {
    if (planes.isUnknown[0] !== 0) planes.values.fill(0);
    return;
  }
  const coarse = halve(planes, (length) => new Float32Array(length));
  stretchMembrane(coarse);
  enlarge(coarse, planes);
  for (let sweep = 0; sweep < sweeps; sweep++) relax(planes, sweep % 2 === 1);
};

/** The mean of the known children; unknown where there is none. */
const halve = (fine: Planes, create: (length: number) => Planes['values']): Planes => {
  const width = (fine.width + 1) >> 1;
  const height = (fine.height + 1) >> 1;
  const values = create(4 * width * height);
  const isUnknown = new Uint8Array(width * height);
  const sums = new Float64Array(4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      let known = 0;
      sums.fill(0);
      for (let row = 2 * y; row < Math.min(fine.height, 2 * y + 2); row++) {
        for (let column = 2 * x; column < Math.min(fine.width, 2 * x + 2); column++) {
          const child = row * fine.width + column;
          if (fine.isUnknown[child] !== 0) continue;
          known++;
          // Hot loop, indices inside by construction.
          for (let channel = 0; channel < 4; channel++) sums[channel]! += fine.values[4 * child + channel]!;
        }
      }
      if (known === 0) isUnknown[pixel] = 1;
      else for (let channel = 0; channel < 4; channel++) values[4 * pixel + channel] = sums[channel]! / known;
    }
  }
  return { width, height, values, isUnknown };
};

/** Bilinear enlargement of `coarse` into the unknown pixels of `fine`. */
const enlarge = (coarse: Planes, fine: Planes): void => {
  const { values } = coarse;
  forEachUnknown(fine.isUnknown, (pixel) => {
    const x = pixel % fine.width;
    const y = Math.floor(pixel / fine.width);
    // A fine pixel's centre lies a quarter of a coarse pixel beside its parent's: the parent counts 9/16, its neighbours 3, 3, 1.
    const left = x >> 1;
    const top = y >> 1;
    const right = Math.min(coarse.width - 1, Math.max(0, left + (x & 1 ? 1 : -1)));
    const bottom = Math.min(coarse.height - 1, Math.max(0, top + (y & 1 ? 1 : -1)));
    const parent = 4 * (top * coarse.width + left);
    const across = 4 * (top * coarse.width + right);
    const along = 4 * (bottom * coarse.width + left);
    const opposite = 4 * (bottom * coarse.width + right);
    for (let c = 0; c < 4; c++) {
      const sum = 9 * values[parent + c]! + 3 * values[across + c]! + 3 * values[along + c]! + values[opposite + c]!;
      fine.values[4 * pixel + c] = sum / 16;
    }
  });
};

/** One pass of successive over-relaxation: every unknown pixel towards the mean of its neighbours. */
const relax = ({ width, height, values, isUnknown }: Planes, isBackward: boolean): void => {
  const area = width * height;
  for (let i = 0; i < area; i++) {
    const pixel = isBackward ? area - 1 - i : i;
    if (isUnknown[pixel] === 0) continue;
    const x = pixel % width;
    const hasLeft = x > 0;
    const hasRight = x < width - 1;
    const hasUp = pixel >= width;
    const hasDown = pixel < area - width;
    const neighbours = Number(hasLeft) + Number(hasRight) + Number(hasUp) + Number(hasDown);
    for (let at = 4 * pixel; at < 4 * pixel + 4; at++) {
      // Hot loop, indices inside by construction.
      let sum = 0;
      if (hasLeft) sum += values[at - 4]!;
      if (hasRight) sum += values[at + 4]!;
      if (hasUp) sum += values[at - 4 * width]!;
      if (hasDown) sum += values[at + 4 * width]!;
      values[at] = values[at]! + relaxation * (sum / neighbours - values[at]!);
    }
  }
};

const forEachUnknown = (isUnknown: Uint8Array, visit: (pixel: number) => void): void => {
  for (let pixel = 0; pixel < isUnknown.length; pixel++) if (isUnknown[pixel] !== 0) visit(pixel);
};
