// Patches that overlap a hole pixel vote for its colour. See kernels.ts for what each argument means.
import { colourAt, packColour } from './colour.as';

const ABSENT: i32 = -0x80000000;

// Every target patch of one row that covers pixels of one run of the hole lies in one run of targets, because hole pixels side by
// side make targets side by side. So eight numbers (patch x to target index, for each row of patches) serve a whole run of pixels.
// @ts-ignore: decorator
@inline function findShifts(shifts: usize, rows: usize, runs: usize, width: i32, height: i32, y: i32, x: i32): void {
  const column = min(x, width - 8);
  for (let dy = 0; dy < 8; dy++) {
    const row = y - dy;
    let shift = ABSENT;
    if (row >= 0 && row <= height - 8) {
      let low = load<i32>(rows + (row << 2));
      let high = load<i32>(rows + (row << 2), 4) - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (load<i32>(runs + middle * 12, 4) <= column) low = middle + 1;
        else high = middle;
      }
      shift = load<i32>(runs + low * 12, 8) - load<i32>(runs + low * 12);
    }
    store<i32>(shifts + (dy << 2), shift);
  }
}

export function weighMatches(
  distances: usize, depths: usize, trust: usize, weights: usize, count: i32, tolerance: f32, power: i32,
): void {
  for (let i = 0; i < count; i++) {
    const at = (<usize>i) << 2;
    const nearness: f32 = tolerance / (<f32>load<i32>(distances + at) + tolerance);
    const weight: f32 = power >= 2 ? nearness * nearness : nearness;
    store<f32>(weights + at, load<f32>(trust + ((<usize>load<u8>(depths + i)) << 2)) * weight + <f32>1e-20);
  }
}

export function vote(
  pixels: usize, width: i32, height: i32, holeRows: usize, holeRuns: usize, rows: usize, runs: usize, matches: usize,
  weights: usize, first: i32, last: i32, shifts: usize,
): f64 {
  let change: f64 = 0;
  for (let y = 0; y < height; y++) {
    const lastHole = load<i32>(holeRows + (y << 2), 4);
    for (let hole = load<i32>(holeRows + (y << 2)); hole < lastHole; hole++) {
      const start = load<i32>(holeRuns + hole * 12);
      const end = load<i32>(holeRuns + hole * 12, 4);
      findShifts(shifts, rows, runs, width, height, y, start);
      for (let x = start; x < end; x++) {
        let sum = f32x4.splat(0);
        let total: f32 = 0;
        let from = first;
        let to = last;
        while (true) {
          const lastColumn = min(x - from, width - 8);
          for (let dy = from; dy <= to; dy++) {
            const shift = load<i32>(shifts + (dy << 2));
            if (shift == ABSENT) continue;
            const ahead = dy * width + x;
            for (let column = max(0, x - to); column <= lastColumn; column++) {
              const target = (<usize>(column + shift)) << 2;
              const weight = load<f32>(weights + target);
              const source = load<i32>(matches + target) + ahead - column;
              sum = f32x4.add(sum, f32x4.mul(f32x4.splat(weight), colourAt(pixels, source)));
              total += weight;
            }
          }
          // the inner window of a pixel at the picture's border may hold no patch at all
          if (total > 0 || (from == 0 && to == 7)) break;
          from = 0;
          to = 7;
        }
        const at = pixels + ((<usize>(y * width + x)) << 2);
        const colour = packColour(f32x4.mul(sum, f32x4.splat(1 / total)));
        change += <f64>abs(<i32>((colour >> 8) & 255) - <i32>load<u8>(at, 1));
        store<u32>(at, colour);
      }
    }
  }
  return change;
}

export function labelSources(
  width: i32, height: i32, holeRows: usize, holeRuns: usize, rows: usize, runs: usize, matches: usize, weights: usize,
  first: i32, last: i32, shifts: usize, labels: usize,
): void {
  let slot = 1;
  for (let y = 0; y < height; y++) {
    const lastHole = load<i32>(holeRows + (y << 2), 4);
    for (let hole = load<i32>(holeRows + (y << 2)); hole < lastHole; hole++) {
      const start = load<i32>(holeRuns + hole * 12);
      const end = load<i32>(holeRuns + hole * 12, 4);
      findShifts(shifts, rows, runs, width, height, y, start);
      for (let x = start; x < end; x++) {
        let heaviest: f32 = -1;
        let label = -1;
        let from = first;
        let to = last;
        while (true) {
          const lastColumn = min(x - from, width - 8);
          for (let dy = from; dy <= to; dy++) {
            const shift = load<i32>(shifts + (dy << 2));
            if (shift == ABSENT) continue;
            for (let column = max(0, x - to); column <= lastColumn; column++) {
              const target = (<usize>(column + shift)) << 2;
              const weight = load<f32>(weights + target);
              if (weight > heaviest) {
                heaviest = weight;
                label = load<i32>(matches + target) + dy * width + x - column;
              }
            }
          }
          if (label >= 0 || (from == 0 && to == 7)) break;
          from = 0;
          to = 7;
        }
        store<i32>(labels + ((<usize>slot) << 2), label);
        slot++;
      }
      slot++;
    }
  }
}
