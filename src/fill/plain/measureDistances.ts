/** Steps (to the side, up or down) from every pixel to the nearest one whose kind is `from`, at most `most`. */
export const measureDistances = (
  kinds: Uint8Array,
  width: number,
  height: number,
  from: number,
  most: number,
): Uint8Array<ArrayBuffer> => {
  const distances = new Uint8Array(width * height);
  for (let pixel = 0; pixel < distances.length; pixel++) {
    if (kinds[pixel] === from) continue;
    const left = pixel % width > 0 ? (distances[pixel - 1] ?? 0) : most;
    const up = pixel >= width ? (distances[pixel - width] ?? 0) : most;
    distances[pixel] = Math.min(most, left + 1, up + 1);
  }
  for (let pixel = distances.length - 1; pixel >= 0; pixel--) {
    const right = pixel % width < width - 1 ? (distances[pixel + 1] ?? 0) : most;
    const down = pixel < width * (height - 1) ? (distances[pixel + width] ?? 0) : most;
    distances[pixel] = Math.min(distances[pixel] ?? 0, right + 1, down + 1);
  }
  return distances;
};
