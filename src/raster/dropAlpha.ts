/** RGB of flat RGBA: for opaque pixels, whose alpha says nothing. */
export const dropAlpha = (rgba: Uint8ClampedArray): Uint8Array => {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  // Both positions stay inside their arrays; this runs once per pixel.
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
};

/** Lays flat RGBA on white, in place, and makes it opaque. */
export const onWhite = (rgba: Uint8ClampedArray<ArrayBuffer>): Uint8ClampedArray<ArrayBuffer> => {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]!;
    for (let channel = 0; channel < 3; channel++)
      rgba[at + channel] = 255 + ((rgba[at + channel]! - 255) * alpha) / 255;
    rgba[at + 3] = 255;
  }
  return rgba;
};
