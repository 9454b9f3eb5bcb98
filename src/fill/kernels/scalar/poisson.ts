import { pixelClass } from '../../pixelClass.ts';
import type { Kernels } from '../kernels.ts';

const { fround } = Math;
const blocked = pixelClass.hole | pixelClass.void;

type Poisson = Pick<Kernels, 'buildPoisson' | 'relaxPoisson'>;

/**
 * The blending kernels in plain TypeScript, rounding to 32-bit floats wherever the SIMD twin does. Non-null assertions: hot loops
 * over addresses that are inside the memory by construction.
 */
export const scalarPoisson = (buffer: ArrayBuffer): Poisson => {
  const bytes = new Uint8Array(buffer);
  const words = new Int32Array(buffer);
  const floats = new Float32Array(buffer);

  return {
    buildPoisson(pixels, classes, width, height, segments, segmentCount, labels, right, unknowns, screening) {
      const screen = fround(screening);
      for (let segment = 0; segment < segmentCount; segment++) {
        const at = (segments >> 2) + segment * 5;
        const firstSlot = words[at]!;
        const firstPixel = words[at + 1]!;
        const count = words[at + 2]!;
        const y = (firstPixel / width) | 0;
        for (let i = 0; i < count; i++) {
          const slot = firstSlot + i;
          const pixel = firstPixel + i;
          const x = pixel - y * width;
          const source = words[(labels >> 2) + slot]!;
          const sourceY = (source / width) | 0;
          const sourceX = source - sourceY * width;
          const colour = pixels + (source << 2);
          const voted = pixels + (pixel << 2);
          let red = fround(bytes[voted]! * screen);
          let green = fround(bytes[voted + 1]! * screen);
          let blue = fround(bytes[voted + 2]! * screen);
          let neighbours = screen;
          for (let side = 0; side < 4; side++) {
            const dx = side === 0 ? -1 : side === 1 ? 1 : 0;
            const dy = side === 2 ? -1 : side === 3 ? 1 : 0;
            if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
            const step = dy * width + dx;
            const beside = pixel + step;
            const kind = bytes[classes + beside]!;
            if (kind & pixelClass.void) continue;
            neighbours = fround(neighbours + 1);
            let redStep = 0;
            let greenStep = 0;
            let blueStep = 0;
            let gradients = 0;
            if (sourceX + dx >= 0 && sourceX + dx < width && sourceY + dy >= 0 && sourceY + dy < height) {
              if (!(bytes[classes + source + step]! & blocked)) {
                const next = colour + (step << 2);
                redStep += bytes[colour]! - bytes[next]!;
                greenStep += bytes[colour + 1]! - bytes[next + 1]!;
                blueStep += bytes[colour + 2]! - bytes[next + 2]!;
                gradients++;
              }
            }
            if (kind & pixelClass.hole) {
              const besideSlot = dy === 0 ? slot + dx : slot + words[at + (dy < 0 ? 3 : 4)]!;
              const other = words[(labels >> 2) + besideSlot]!;
              const otherY = (other / width) | 0;
              const otherX = other - otherY * width;
              if (otherX - dx >= 0 && otherX - dx < width && otherY - dy >= 0 && otherY - dy < height) {
                if (!(bytes[classes + other - step]! & blocked)) {
                  const there = pixels + (other << 2);
                  const back = there - (step << 2);
                  redStep += bytes[back]! - bytes[there]!;
                  greenStep += bytes[back + 1]! - bytes[there + 1]!;
                  blueStep += bytes[back + 2]! - bytes[there + 2]!;
                  gradients++;
                }
              }
            } else {
              const known = pixels + (beside << 2);
              red = fround(red + bytes[known]!);
              green = fround(green + bytes[known + 1]!);
              blue = fround(blue + bytes[known + 2]!);
            }
            const share = gradients > 1 ? 0.5 : 1;
            red = fround(red + redStep * share);
            green = fround(green + greenStep * share);
            blue = fround(blue + blueStep * share);
          }
          const rightAt = (right >> 2) + (slot << 2);
          floats[rightAt] = red;
          floats[rightAt + 1] = green;
          floats[rightAt + 2] = blue;
          floats[rightAt + 3] = neighbours;
          const unknownAt = (unknowns >> 2) + (slot << 2);
          floats[unknownAt] = bytes[voted]!;
          floats[unknownAt + 1] = bytes[voted + 1]!;
          floats[unknownAt + 2] = bytes[voted + 2]!;
          floats[unknownAt + 3] = 0;
        }
      }
    },

    relaxPoisson(segments, segmentCount, right, unknowns, omega, sweeps) {
      const factor = fround(omega);
      for (let sweep = 0; sweep < sweeps; sweep++) {
        const back = (sweep & 1) === 1;
        const step = back ? -4 : 4;
        for (let k = 0; k < segmentCount; k++) {
          const at = (segments >> 2) + (back ? segmentCount - 1 - k : k) * 5;
          const count = words[at + 2]!;
          const up = words[at + 3]! << 2;
          const down = words[at + 4]! << 2;
          let offset = (words[at]! + (back ? count - 1 : 0)) << 2;
          for (let i = 0; i < count; i++) {
            const share = fround(1 / floats[(right >> 2) + offset + 3]!);
            for (let channel = 0; channel < 3; channel++) {
              const here = (unknowns >> 2) + offset + channel;
              // the slots beside a run are empty: they add 0
              let sum = fround(
                fround(floats[(right >> 2) + offset + channel]! + floats[here - 4]!) + floats[here + 4]!,
              );
              if (up) sum = fround(sum + floats[here + up]!);
              if (down) sum = fround(sum + floats[here + down]!);
              const value = floats[here]!;
              floats[here] = fround(value + fround(factor * fround(fround(sum * share) - value)));
            }
            offset += step;
          }
        }
      }
    },
  };
};
