// One four-byte pixel as four floats, and back (rounded to nearest).

// @ts-ignore: decorator
@inline export function colourAt(pixels: usize, index: i32): v128 {
  const bytes = v128.load32_zero(pixels + ((<usize>index) << 2));
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)));
}

// @ts-ignore: decorator
@inline export function packColour(colour: v128): u32 {
  const whole = i32x4.trunc_sat_f32x4_s(f32x4.add(colour, f32x4.splat(0.5)));
  const words = i16x8.narrow_i32x4_s(whole, whole);
  return <u32>i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0);
}
