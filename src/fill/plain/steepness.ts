import { pixelKind, type PlainWindow } from './plainWindow.ts';

/** Colour steps per px of every known pixel whose eight neighbours are known, 0 elsewhere. */
export const steepness = ({ width, height, colours, kinds }: PlainWindow): Float32Array => {
  const result = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const pixel = y * width + x;
      let isKnown = true;
      for (let row = pixel - width; isKnown && row <= pixel + width; row += width)
        isKnown =
          kinds[row - 1] === pixelKind.known && kinds[row] === pixelKind.known && kinds[row + 1] === pixelKind.known;
      if (!isKnown) continue;
      let sum = 0;
      for (let channel = 0; channel < 3; channel++) {
        // Non-null assertions: hot loop, inside by the bounds of x and y.
        const at = 3 * pixel + channel;
        const up = at - 3 * width;
        const down = at + 3 * width;
        const across =
          colours[up + 3]! +
          2 * colours[at + 3]! +
          colours[down + 3]! -
          colours[up - 3]! -
          2 * colours[at - 3]! -
          colours[down - 3]!;
        const along =
          colours[down - 3]! +
          2 * colours[down]! +
          colours[down + 3]! -
          colours[up - 3]! -
          2 * colours[up]! -
          colours[up + 3]!;
        sum += across * across + along * along;
      }
      result[pixel] = Math.sqrt(sum / 3) / 8;
    }
  }
  return result;
};
