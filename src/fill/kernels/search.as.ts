// The search for the best source patch of every target patch. See kernels.ts for what each argument means.
import { knownDistance, patchDistance } from './patchDistance.as';

const SOURCE: u8 = 4;
const FARTHEST: i32 = 0x7fffffff;

export function measureMatches(pixels: usize, width: i32, height: i32, rows: usize, runs: usize, matches: usize, distances: usize): f64 {
  const stride = (<usize>width) << 2;
  let sum: f64 = 0;
  for (let y = 0; y <= height - 8; y++) {
    const lastRun = load<i32>(rows + (y << 2), 4);
    for (let run = load<i32>(rows + (y << 2)); run < lastRun; run++) {
      const at = runs + run * 12;
      const start = load<i32>(at);
      const count = load<i32>(at, 4) - start;
      const base = load<i32>(at, 8);
      for (let i = 0; i < count; i++) {
        const target = (<usize>(base + i)) << 2;
        const distance = patchDistance(pixels, y * width + start + i, load<i32>(matches + target), stride, FARTHEST);
        store<i32>(distances + target, distance);
        sum += <f64>distance;
      }
    }
  }
  return sum;
}

export function sweepMatches(
  pixels: usize, classes: usize, width: i32, height: i32, rows: usize, runs: usize, matches: usize, distances: usize,
  direction: i32, radius: i32, seed: u32, goodEnough: i32,
): u32 {
  const stride = (<usize>width) << 2;
  const lastX = width - 8;
  const lastY = height - 8;
  const rowStep = direction * width;
  let random = seed;
  for (let k = 0; k <= lastY; k++) {
    const y = direction > 0 ? k : lastY - k;
    const firstRun = load<i32>(rows + (y << 2));
    const runCount = load<i32>(rows + (y << 2), 4) - firstRun;
    if (runCount == 0) continue;
    // the runs of the row that was visited just before: above when going forward, below when going back
    const besideY = y - direction;
    const hasBeside = besideY >= 0 && besideY <= lastY;
    const besideFirst = hasBeside ? load<i32>(rows + (besideY << 2)) : 0;
    const besideLast = hasBeside ? load<i32>(rows + (besideY << 2), 4) : 0;
    let beside = direction > 0 ? besideFirst : besideLast - 1;
    for (let j = 0; j < runCount; j++) {
      const at = runs + (direction > 0 ? firstRun + j : firstRun + runCount - 1 - j) * 12;
      const start = load<i32>(at);
      const end = load<i32>(at, 4);
      const base = load<i32>(at, 8);
      let previous = -1;
      for (let i = end - start; i > 0; i--) {
        const x = direction > 0 ? end - i : start + i - 1;
        const target = (<usize>(base + x - start)) << 2;
        const patch = y * width + x;
        let match = load<i32>(matches + target);
        let best = load<i32>(distances + target);
        if (previous >= 0) {
          const candidate = previous + direction;
          if (candidate != match && candidate >= 0 && (load<u8>(classes + candidate) & SOURCE) != 0) {
            const distance = patchDistance(pixels, patch, candidate, stride, best);
            if (distance < best) { best = distance; match = candidate; }
          }
        }
        let across = -1;
        if (direction > 0) {
          while (beside < besideLast && load<i32>(runs + beside * 12, 4) <= x) beside++;
          if (beside < besideLast) {
            const from = load<i32>(runs + beside * 12);
            if (from <= x) across = load<i32>(matches + ((load<i32>(runs + beside * 12, 8) + x - from) << 2));
          }
        } else {
          while (beside >= besideFirst && load<i32>(runs + beside * 12) > x) beside--;
          if (beside >= besideFirst && load<i32>(runs + beside * 12, 4) > x) {
            const from = load<i32>(runs + beside * 12);
            across = load<i32>(matches + ((load<i32>(runs + beside * 12, 8) + x - from) << 2));
          }
        }
        if (across >= 0) {
          const candidate = across + rowStep;
          if (candidate != match && candidate >= 0 && (load<u8>(classes + candidate) & SOURCE) != 0) {
            const distance = patchDistance(pixels, patch, candidate, stride, best);
            if (distance < best) { best = distance; match = candidate; }
          }
        }
        if (best > goodEnough) {
          let matchY = match / width;
          let matchX = match - matchY * width;
          for (let reach = radius; reach >= 1; reach >>= 1) {
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            const span = (reach << 1) + 1;
            const tryX = matchX + <i32>(((random & 0xffff) * span) >> 16) - reach;
            const tryY = matchY + <i32>(((random >> 16) * span) >> 16) - reach;
            if (tryX < 0 || tryY < 0 || tryX > lastX || tryY > lastY) continue;
            const candidate = tryY * width + tryX;
            if (candidate == match || (load<u8>(classes + candidate) & SOURCE) == 0) continue;
            const distance = patchDistance(pixels, patch, candidate, stride, best);
            if (distance < best) { best = distance; match = candidate; matchX = tryX; matchY = tryY; }
          }
        }
        store<i32>(matches + target, match);
        store<i32>(distances + target, best);
        previous = match;
      }
    }
  }
  return random;
}

export function searchAll(
  pixels: usize, width: i32, height: i32, rows: usize, runs: usize, matches: usize, distances: usize,
  candidates: usize, candidateCount: i32,
): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y <= height - 8; y++) {
    const lastRun = load<i32>(rows + (y << 2), 4);
    for (let run = load<i32>(rows + (y << 2)); run < lastRun; run++) {
      const at = runs + run * 12;
      const start = load<i32>(at);
      const count = load<i32>(at, 4) - start;
      const base = load<i32>(at, 8);
      for (let i = 0; i < count; i++) {
        const target = (<usize>(base + i)) << 2;
        const patch = y * width + start + i;
        let match = load<i32>(matches + target);
        let best = patchDistance(pixels, patch, match, stride, FARTHEST);
        for (let j = 0; j < candidateCount; j++) {
          const candidate = load<i32>(candidates + (j << 2));
          const distance = patchDistance(pixels, patch, candidate, stride, best);
          if (distance < best) { best = distance; match = candidate; }
        }
        store<i32>(matches + target, match);
        store<i32>(distances + target, best);
      }
    }
  }
}

export function searchKnown(
  pixels: usize, known: usize, width: i32, patches: usize, patchCount: i32, candidates: usize, candidateCount: i32, found: usize,
): void {
  const stride = (<usize>width) << 2;
  for (let i = 0; i < patchCount; i++) {
    const patch = load<i32>(patches + (i << 2));
    let best = FARTHEST;
    let match = -1;
    for (let j = 0; j < candidateCount; j++) {
      const candidate = load<i32>(candidates + (j << 2));
      const distance = knownDistance(pixels + (patch << 2), pixels + (candidate << 2), known + patch, stride, width, best);
      if (distance < best) { best = distance; match = candidate; }
    }
    store<i32>(found + (i << 2), match);
  }
}
