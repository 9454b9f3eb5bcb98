import type { Kernels } from '../kernels.ts';

const absent = -0x80000000;
const { fround } = Math;
const leastWeight = fround(1e-20);

type Vote = Pick<Kernels, 'weighMatches' | 'vote' | 'labelSources'>;

/**
 * The voting kernels in plain TypeScript, rounding to 32-bit floats wherever the SIMD twin does. Non-null assertions: hot loops
 * over addresses that are inside the memory by construction.
 */
export const scalarVote = (buffer: ArrayBuffer): Vote => {
  const bytes = new Uint8Array(buffer);
  const words = new Int32Array(buffer);
  const floats = new Float32Array(buffer);

  /** See the SIMD twin: eight numbers that turn a patch's x into its target index, one per row of patches over the run. */
  const findShifts = (
    shifts: number,
    rows: number,
    runs: number,
    width: number,
    height: number,
    y: number,
    x: number,
  ): void => {
    const column = Math.min(x, width - 8);
    for (let dy = 0; dy < 8; dy++) {
      const row = y - dy;
      let shift = absent;
      if (row >= 0 && row <= height - 8) {
        let low = words[(rows >> 2) + row]!;
        let high = words[(rows >> 2) + row + 1]! - 1;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (words[(runs >> 2) + middle * 3 + 1]! <= column) low = middle + 1;
          else high = middle;
        }
        shift = words[(runs >> 2) + low * 3 + 2]! - words[(runs >> 2) + low * 3]!;
      }
      words[(shifts >> 2) + dy] = shift;
    }
  };

  return {
    weighMatches(distances, depths, trust, weights, count, tolerance, power) {
      for (let i = 0; i < count; i++) {
        const nearness = fround(tolerance / fround(fround(words[(distances >> 2) + i]!) + tolerance));
        const weight = power >= 2 ? fround(nearness * nearness) : nearness;
        floats[(weights >> 2) + i] = fround(fround(floats[(trust >> 2) + bytes[depths + i]!]! * weight) + leastWeight);
      }
    },

    vote(pixels, width, height, holeRows, holeRuns, rows, runs, matches, weights, first, last, shifts) {
      const matchAt = matches >> 2;
      const weightAt = weights >> 2;
      let change = 0;
      for (let y = 0; y < height; y++) {
        const lastHole = words[(holeRows >> 2) + y + 1]!;
        for (let hole = words[(holeRows >> 2) + y]!; hole < lastHole; hole++) {
          const start = words[(holeRuns >> 2) + hole * 3]!;
          const end = words[(holeRuns >> 2) + hole * 3 + 1]!;
          findShifts(shifts, rows, runs, width, height, y, start);
          for (let x = start; x < end; x++) {
            let red = fround(0);
            let green = fround(0);
            let blue = fround(0);
            let texture = fround(0);
            let total = fround(0);
            let from = first;
            let to = last;
            for (;;) {
              const lastColumn = Math.min(x - from, width - 8);
              for (let dy = from; dy <= to; dy++) {
                const shift = words[(shifts >> 2) + dy]!;
                if (shift === absent) continue;
                const ahead = dy * width + x;
                for (let column = Math.max(0, x - to); column <= lastColumn; column++) {
                  const target = column + shift;
                  const weight = floats[weightAt + target]!;
                  const source = pixels + ((words[matchAt + target]! + ahead - column) << 2);
                  red = fround(red + fround(weight * bytes[source]!));
                  green = fround(green + fround(weight * bytes[source + 1]!));
                  blue = fround(blue + fround(weight * bytes[source + 2]!));
                  texture = fround(texture + fround(weight * bytes[source + 3]!));
                  total = fround(total + weight);
                }
              }
              // the inner window of a pixel at the picture's border may hold no patch at all
              if (total > 0 || (from === 0 && to === 7)) break;
              from = 0;
              to = 7;
            }
            const share = fround(1 / total);
            const at = pixels + ((y * width + x) << 2);
            const newGreen = fround(fround(green * share) + 0.5) | 0;
            change += Math.abs(newGreen - bytes[at + 1]!);
            bytes[at] = fround(fround(red * share) + 0.5) | 0;
            bytes[at + 1] = newGreen;
            bytes[at + 2] = fround(fround(blue * share) + 0.5) | 0;
            bytes[at + 3] = fround(fround(texture * share) + 0.5) | 0;
          }
        }
      }
      return change;
    },

    labelSources(width, height, holeRows, holeRuns, rows, runs, matches, weights, first, last, shifts, labels) {
      let slot = 1;
      for (let y = 0; y < height; y++) {
        const lastHole = words[(holeRows >> 2) + y + 1]!;
        for (let hole = words[(holeRows >> 2) + y]!; hole < lastHole; hole++) {
          const start = words[(holeRuns >> 2) + hole * 3]!;
          const end = words[(holeRuns >> 2) + hole * 3 + 1]!;
          findShifts(shifts, rows, runs, width, height, y, start);
          for (let x = start; x < end; x++) {
            let heaviest = -1;
            let label = -1;
            let from = first;
            let to = last;
            for (;;) {
              const lastColumn = Math.min(x - from, width - 8);
              for (let dy = from; dy <= to; dy++) {
                const shift = words[(shifts >> 2) + dy]!;
                if (shift === absent) continue;
                for (let column = Math.max(0, x - to); column <= lastColumn; column++) {
                  const weight = floats[(weights >> 2) + column + shift]!;
                  if (weight > heaviest) {
                    heaviest = weight;
                    label = words[(matches >> 2) + column + shift]! + dy * width + x - column;
                  }
                }
              }
              if (label >= 0 || (from === 0 && to === 7)) break;
              from = 0;
              to = 7;
            }
            words[(labels >> 2) + slot] = label;
            slot++;
          }
          slot++;
        }
      }
    },
  };
};
