// Squared distance of two 8 x 8 patches of four-byte pixels, 16 bytes at a time. A patch is named by the index of its top left pixel.

// @ts-ignore: decorator
@inline function addUp(lanes: v128): i32 {
  const half = i32x4.add(lanes, i8x16.shuffle(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return i32x4.extract_lane(half, 0) + i32x4.extract_lane(half, 1);
}

// |a - b| of unsigned bytes is the one of the two saturating differences that is not 0.
// @ts-ignore: decorator
@inline function addSquares(sum: v128, a: v128, b: v128): v128 {
  const difference = v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a));
  const low = i16x8.extend_low_i8x16_u(difference);
  const high = i16x8.extend_high_i8x16_u(difference);
  return i32x4.add(sum, i32x4.add(i32x4.dot_i16x8_s(low, low), i32x4.dot_i16x8_s(high, high)));
}

// @ts-ignore: decorator
@inline function fourRows(a: usize, b: usize, stride: usize): i32 {
  let sum = i32x4.splat(0);
  sum = addSquares(sum, v128.load(a), v128.load(b));
  sum = addSquares(sum, v128.load(a, 16), v128.load(b, 16));
  a += stride;
  b += stride;
  sum = addSquares(sum, v128.load(a), v128.load(b));
  sum = addSquares(sum, v128.load(a, 16), v128.load(b, 16));
  a += stride;
  b += stride;
  sum = addSquares(sum, v128.load(a), v128.load(b));
  sum = addSquares(sum, v128.load(a, 16), v128.load(b, 16));
  a += stride;
  b += stride;
  sum = addSquares(sum, v128.load(a), v128.load(b));
  sum = addSquares(sum, v128.load(a, 16), v128.load(b, 16));
  return addUp(sum);
}

// Stops after four rows where they alone reach `limit`: then any value >= limit is as good as the whole sum.
// @ts-ignore: decorator
@inline export function patchDistance(pixels: usize, a: i32, b: i32, stride: usize, limit: i32): i32 {
  const first = pixels + ((<usize>a) << 2);
  const second = pixels + ((<usize>b) << 2);
  const half = fourRows(first, second, stride);
  if (half >= limit) return half;
  return half + fourRows(first + (stride << 2), second + (stride << 2), stride);
}

// Two rows of the distance of `patch` and `candidate` over those pixels whose byte in `known` is 255.
// @ts-ignore: decorator
@inline export function knownRow(sum: v128, patch: usize, candidate: usize, known: usize): v128 {
  const bytes = v128.load64_zero(known);
  const left = i8x16.shuffle(bytes, bytes, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
  const right = i8x16.shuffle(bytes, bytes, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7);
  sum = addSquares(sum, v128.and(v128.load(patch), left), v128.and(v128.load(candidate), left));
  return addSquares(sum, v128.and(v128.load(patch, 16), right), v128.and(v128.load(candidate, 16), right));
}

// @ts-ignore: decorator
@inline export function knownDistance(patch: usize, candidate: usize, known: usize, stride: usize, width: i32, limit: i32): i32 {
  let total = 0;
  for (let pair = 0; pair < 4; pair++) {
    let sum = knownRow(i32x4.splat(0), patch, candidate, known);
    sum = knownRow(sum, patch + stride, candidate + stride, known + width);
    total += addUp(sum);
    if (total >= limit) break;
    patch += stride << 1;
    candidate += stride << 1;
    known += <usize>(width << 1);
  }
  return total;
}
