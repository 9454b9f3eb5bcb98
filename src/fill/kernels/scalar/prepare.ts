import { pixelClass } from '../../pixelClass.ts';
import type { Kernels } from '../kernels.ts';

const { fround } = Math;
const blocked = pixelClass.hole | pixelClass.void;

type Prepare = Pick<Kernels, 'gatherTexture' | 'spreadTexture' | 'halve' | 'measureDepth' | 'sampleDepth'>;

/**
 * The preparing kernels in plain TypeScript, rounding to 32-bit floats wherever the SIMD twin does. Non-null assertions: hot loops
 * over addresses that are inside the memory by construction.
 */
export const scalarPrepare = (buffer: ArrayBuffer): Prepare => {
  const bytes = new Uint8Array(buffer);
  const words = new Int32Array(buffer);
  const floats = new Float32Array(buffer);

  const brightness = (pixel: number): number => bytes[pixel]! * 77 + bytes[pixel + 1]! * 150 + bytes[pixel + 2]! * 29;

  return {
    gatherTexture(pixels, classes, width, height, cells, cellsWide) {
      for (let y = 0; y < height - 1; y++) {
        for (let x = 0; x < width - 1; x++) {
          const index = y * width + x;
          const here = classes + index;
          if ((bytes[here]! | bytes[here + 1]! | bytes[here + width]!) & blocked) continue;
          const pixel = pixels + (index << 2);
          const value = brightness(pixel);
          const gradient = Math.abs(value - brightness(pixel + 4)) + Math.abs(value - brightness(pixel + (width << 2)));
          const cell = (cells >> 2) + (((y >> 3) * cellsWide + (x >> 3)) << 1);
          floats[cell] = floats[cell]! + gradient;
          floats[cell + 1] = floats[cell + 1]! + 256;
        }
      }
    },

    spreadTexture(pixels, classes, width, height, texture, cellsWide, cellsHigh) {
      const base = texture >> 2;
      for (let y = 0; y < height; y++) {
        const cellY = Math.max(0, (y - 3.5) * 0.125);
        const top = Math.max(0, Math.min(cellsHigh - 2, cellY | 0));
        const bottom = Math.min(cellsHigh - 1, top + 1);
        const down = fround(Math.min(1, cellY - top));
        const notDown = fround(1 - down);
        for (let x = 0; x < width; x++) {
          const index = y * width + x;
          if (bytes[classes + index]! & pixelClass.hole) continue;
          const cellX = Math.max(0, (x - 3.5) * 0.125);
          const left = Math.max(0, Math.min(cellsWide - 2, cellX | 0));
          const right = Math.min(cellsWide - 1, left + 1);
          const across = fround(Math.min(1, cellX - left));
          const notAcross = fround(1 - across);
          const a = fround(floats[base + top * cellsWide + left]! * notAcross);
          const b = fround(floats[base + top * cellsWide + right]! * across);
          const c = fround(floats[base + bottom * cellsWide + left]! * notAcross);
          const d = fround(floats[base + bottom * cellsWide + right]! * across);
          const value = fround(fround(fround(a + b) * notDown) + fround(fround(c + d) * down));
          bytes[pixels + (index << 2) + 3] = Math.min(255, value) | 0;
        }
      }
    },

    halve(fine, fineClasses, fineWidth, fineHeight, coarse, coarseClasses, width, height) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const index = y * width + x;
          const at = coarse + (index << 2);
          let red = fround(0);
          let green = fround(0);
          let blue = fround(0);
          let texture = fround(0);
          if (bytes[coarseClasses + index]! & pixelClass.hole) {
            words[at >> 2] = 0;
            continue;
          }
          let total = 0;
          for (let dy = 0; dy < 4; dy++) {
            const row = (y << 1) - 1 + dy;
            if (row < 0 || row >= fineHeight) continue;
            for (let dx = 0; dx < 4; dx++) {
              const column = (x << 1) - 1 + dx;
              if (column < 0 || column >= fineWidth) continue;
              const from = row * fineWidth + column;
              if (bytes[fineClasses + from]! & pixelClass.hole) continue;
              const weight = (dx === 0 || dx === 3 ? 1 : 3) * (dy === 0 || dy === 3 ? 1 : 3);
              const pixel = fine + (from << 2);
              // whole numbers below 2^24: exact in 32-bit floats and here
              red += weight * bytes[pixel]!;
              green += weight * bytes[pixel + 1]!;
              blue += weight * bytes[pixel + 2]!;
              texture += weight * bytes[pixel + 3]!;
              total += weight;
            }
          }
          const share = fround(1 / total);
          bytes[at] = fround(fround(red * share) + 0.5) | 0;
          bytes[at + 1] = fround(fround(green * share) + 0.5) | 0;
          bytes[at + 2] = fround(fround(blue * share) + 0.5) | 0;
          bytes[at + 3] = fround(fround(texture * share) + 0.5) | 0;
        }
      }
    },

    measureDepth(width, height, holeRows, holeRuns, depth) {
      for (let y = 0; y < height; y++) {
        const lastRun = words[(holeRows >> 2) + y + 1]!;
        for (let run = words[(holeRows >> 2) + y]!; run < lastRun; run++) {
          const end = words[(holeRuns >> 2) + run * 3 + 1]!;
          for (let x = words[(holeRuns >> 2) + run * 3]!; x < end; x++) {
            const at = depth + y * width + x;
            let value = 255;
            if (x > 0) value = Math.min(value, bytes[at - 1]! + 1);
            if (y > 0) value = Math.min(value, bytes[at - width]! + 1);
            bytes[at] = value;
          }
        }
      }
      for (let y = height - 1; y >= 0; y--) {
        const firstRun = words[(holeRows >> 2) + y]!;
        for (let run = words[(holeRows >> 2) + y + 1]! - 1; run >= firstRun; run--) {
          const start = words[(holeRuns >> 2) + run * 3]!;
          for (let x = words[(holeRuns >> 2) + run * 3 + 1]! - 1; x >= start; x--) {
            const at = depth + y * width + x;
            let value = bytes[at]!;
            if (x < width - 1) value = Math.min(value, bytes[at + 1]! + 1);
            if (y < height - 1) value = Math.min(value, bytes[at + width]! + 1);
            bytes[at] = value;
          }
        }
      }
    },

    sampleDepth(width, height, rows, runs, depth, depths) {
      for (let y = 0; y <= height - 8; y++) {
        const lastRun = words[(rows >> 2) + y + 1]!;
        for (let run = words[(rows >> 2) + y]!; run < lastRun; run++) {
          const at = (runs >> 2) + run * 3;
          const start = words[at]!;
          const centre = depth + (y + 4) * width + start + 4;
          bytes.copyWithin(depths + words[at + 2]!, centre, centre + words[at + 1]! - start);
        }
      }
    },
  };
};
