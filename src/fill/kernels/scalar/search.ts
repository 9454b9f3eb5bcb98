import { pixelClass } from '../../pixelClass.ts';
import type { Kernels } from '../kernels.ts';
import { patchDistance } from './patchDistance.ts';

const farthest = 0x7fffffff;

type Search = Pick<Kernels, 'measureMatches' | 'sweepMatches' | 'searchAll' | 'searchKnown'>;

/** The search kernels in plain TypeScript. Non-null assertions: hot loops over addresses that are inside the memory by construction. */
export const scalarSearch = (buffer: ArrayBuffer): Search => {
  const bytes = new Uint8Array(buffer);
  const words = new Int32Array(buffer);

  const knownDistance = (
    patch: number,
    candidate: number,
    known: number,
    stride: number,
    width: number,
    limit: number,
  ): number => {
    let sum = 0;
    for (let row = 0; row < 8; row++) {
      for (let i = 0; i < 8; i++) {
        if (bytes[known + i] === 0) continue;
        const p = patch + 4 * i;
        const q = candidate + 4 * i;
        const a = bytes[p]! - bytes[q]!;
        const b = bytes[p + 1]! - bytes[q + 1]!;
        const c = bytes[p + 2]! - bytes[q + 2]!;
        const d = bytes[p + 3]! - bytes[q + 3]!;
        sum = (sum + ((a * a + b * b + c * c + d * d) | 0)) | 0;
      }
      if (sum >= limit) return sum;
      patch += stride;
      candidate += stride;
      known += width;
    }
    return sum;
  };

  return {
    measureMatches(pixels, width, height, rows, runs, matches, distances) {
      const stride = width << 2;
      let sum = 0;
      for (let y = 0; y <= height - 8; y++) {
        const lastRun = words[(rows >> 2) + y + 1]!;
        for (let run = words[(rows >> 2) + y]!; run < lastRun; run++) {
          const at = (runs >> 2) + run * 3;
          const start = words[at]!;
          const count = words[at + 1]! - start;
          const base = words[at + 2]!;
          for (let i = 0; i < count; i++) {
            const patch = y * width + start + i;
            const match = words[(matches >> 2) + base + i]!;
            const distance = patchDistance(bytes, pixels + (patch << 2), pixels + (match << 2), stride, farthest);
            words[(distances >> 2) + base + i] = distance;
            sum += distance;
          }
        }
      }
      return sum;
    },

    sweepMatches(pixels, classes, width, height, rows, runs, matches, distances, direction, radius, seed, goodEnough) {
      const stride = width << 2;
      const lastX = width - 8;
      const lastY = height - 8;
      const rowStep = direction * width;
      const rowAt = rows >> 2;
      const runAt = runs >> 2;
      const matchAt = matches >> 2;
      const distanceAt = distances >> 2;
      let random = seed | 0;
      for (let k = 0; k <= lastY; k++) {
        const y = direction > 0 ? k : lastY - k;
        const firstRun = words[rowAt + y]!;
        const runCount = words[rowAt + y + 1]! - firstRun;
        if (runCount === 0) continue;
        // the runs of the row that was visited just before: above when going forward, below when going back
        const besideY = y - direction;
        const hasBeside = besideY >= 0 && besideY <= lastY;
        const besideFirst = hasBeside ? words[rowAt + besideY]! : 0;
        const besideLast = hasBeside ? words[rowAt + besideY + 1]! : 0;
        let beside = direction > 0 ? besideFirst : besideLast - 1;
        for (let j = 0; j < runCount; j++) {
          const at = runAt + (direction > 0 ? firstRun + j : firstRun + runCount - 1 - j) * 3;
          const start = words[at]!;
          const end = words[at + 1]!;
          const base = words[at + 2]!;
          let previous = -1;
          for (let i = end - start; i > 0; i--) {
            const x = direction > 0 ? end - i : start + i - 1;
            const target = base + x - start;
            const patch = pixels + ((y * width + x) << 2);
            let match = words[matchAt + target]!;
            let best = words[distanceAt + target]!;
            if (previous >= 0) {
              const candidate = previous + direction;
              if (candidate !== match && candidate >= 0 && bytes[classes + candidate]! & pixelClass.sourceCorner) {
                const distance = patchDistance(bytes, patch, pixels + (candidate << 2), stride, best);
                if (distance < best) {
                  best = distance;
                  match = candidate;
                }
              }
            }
            let across = -1;
            if (direction > 0) {
              while (beside < besideLast && words[runAt + beside * 3 + 1]! <= x) beside++;
              if (beside < besideLast) {
                const from = words[runAt + beside * 3]!;
                if (from <= x) across = words[matchAt + words[runAt + beside * 3 + 2]! + x - from]!;
              }
            } else {
              while (beside >= besideFirst && words[runAt + beside * 3]! > x) beside--;
              if (beside >= besideFirst && words[runAt + beside * 3 + 1]! > x) {
                across = words[matchAt + words[runAt + beside * 3 + 2]! + x - words[runAt + beside * 3]!]!;
              }
            }
            if (across >= 0) {
              const candidate = across + rowStep;
              if (candidate !== match && candidate >= 0 && bytes[classes + candidate]! & pixelClass.sourceCorner) {
                const distance = patchDistance(bytes, patch, pixels + (candidate << 2), stride, best);
                if (distance < best) {
                  best = distance;
                  match = candidate;
                }
              }
            }
            if (best > goodEnough) {
              let matchY = (match / width) | 0;
              let matchX = match - matchY * width;
              for (let reach = radius; reach >= 1; reach >>= 1) {
                random ^= random << 13;
                random ^= random >>> 17;
                random ^= random << 5;
                const span = (reach << 1) + 1;
                const tryX = matchX + (((random & 0xffff) * span) >>> 16) - reach;
                const tryY = matchY + (((random >>> 16) * span) >>> 16) - reach;
                if (tryX < 0 || tryY < 0 || tryX > lastX || tryY > lastY) continue;
                const candidate = tryY * width + tryX;
                if (candidate === match || !(bytes[classes + candidate]! & pixelClass.sourceCorner)) continue;
                const distance = patchDistance(bytes, patch, pixels + (candidate << 2), stride, best);
                if (distance < best) {
                  best = distance;
                  match = candidate;
                  matchX = tryX;
                  matchY = tryY;
                }
              }
            }
            words[matchAt + target] = match;
            words[distanceAt + target] = best;
            previous = match;
          }
        }
      }
      return random;
    },

    searchAll(pixels, width, height, rows, runs, matches, distances, candidates, candidateCount) {
      const stride = width << 2;
      for (let y = 0; y <= height - 8; y++) {
        const lastRun = words[(rows >> 2) + y + 1]!;
        for (let run = words[(rows >> 2) + y]!; run < lastRun; run++) {
          const at = (runs >> 2) + run * 3;
          const start = words[at]!;
          const count = words[at + 1]! - start;
          const base = words[at + 2]!;
          for (let i = 0; i < count; i++) {
            const patch = pixels + ((y * width + start + i) << 2);
            let match = words[(matches >> 2) + base + i]!;
            let best = patchDistance(bytes, patch, pixels + (match << 2), stride, farthest);
            for (let j = 0; j < candidateCount; j++) {
              const candidate = words[(candidates >> 2) + j]!;
              const distance = patchDistance(bytes, patch, pixels + (candidate << 2), stride, best);
              if (distance < best) {
                best = distance;
                match = candidate;
              }
            }
            words[(matches >> 2) + base + i] = match;
            words[(distances >> 2) + base + i] = best;
          }
        }
      }
    },

    searchKnown(pixels, known, width, patches, patchCount, candidates, candidateCount, found) {
      const stride = width << 2;
      for (let i = 0; i < patchCount; i++) {
        const patch = words[(patches >> 2) + i]!;
        let best = farthest;
        let match = -1;
        for (let j = 0; j < candidateCount; j++) {
          const candidate = words[(candidates >> 2) + j]!;
          const distance = knownDistance(
            pixels + (patch << 2),
            pixels + (candidate << 2),
            known + patch,
            stride,
            width,
            best,
          );
          if (distance < best) {
            best = distance;
            match = candidate;
          }
        }
        words[(found >> 2) + i] = match;
      }
    },
  };
};
