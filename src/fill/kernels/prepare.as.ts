// What is computed once per job: the texture channel, the pyramid, the depth inside the hole. See kernels.ts for the arguments.
import { colourAt, packColour } from './colour.as';

const HOLE: u8 = 1;
const BLOCKED: u8 = 3;
const HOLE_4: u32 = 0x01010101;

// @ts-ignore: decorator
@inline function brightness(pixel: usize): i32 {
  return <i32>load<u8>(pixel) * 77 + <i32>load<u8>(pixel, 1) * 150 + <i32>load<u8>(pixel, 2) * 29;
}

export function gatherTexture(pixels: usize, classes: usize, width: i32, height: i32, cells: usize, cellsWide: i32): void {
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const index = <usize>(y * width + x);
      const here = classes + index;
      if ((load<u8>(here) | load<u8>(here, 1) | load<u8>(here + width)) & BLOCKED) continue;
      const pixel = pixels + (index << 2);
      const value = brightness(pixel);
      const gradient = abs(value - brightness(pixel + 4)) + abs(value - brightness(pixel + (width << 2)));
      const cell = cells + (((y >> 3) * cellsWide + (x >> 3)) << 3);
      store<f32>(cell, load<f32>(cell) + <f32>gradient);
      store<f32>(cell, load<f32>(cell, 4) + 256, 4);
    }
  }
}

export function spreadTexture(
  pixels: usize, classes: usize, width: i32, height: i32, texture: usize, cellsWide: i32, cellsHigh: i32,
): void {
  for (let y = 0; y < height; y++) {
    const cellY: f32 = max<f32>(0, (<f32>y - 3.5) * 0.125);
    const top = max(0, min(cellsHigh - 2, <i32>cellY));
    const bottom = min(cellsHigh - 1, top + 1);
    const down: f32 = min<f32>(1, cellY - <f32>top);
    for (let x = 0; x < width; x++) {
      const index = <usize>(y * width + x);
      if (load<u8>(classes + index) & HOLE) continue;
      const cellX: f32 = max<f32>(0, (<f32>x - 3.5) * 0.125);
      const left = max(0, min(cellsWide - 2, <i32>cellX));
      const right = min(cellsWide - 1, left + 1);
      const across: f32 = min<f32>(1, cellX - <f32>left);
      const a = load<f32>(texture + ((top * cellsWide + left) << 2));
      const b = load<f32>(texture + ((top * cellsWide + right) << 2));
      const c = load<f32>(texture + ((bottom * cellsWide + left) << 2));
      const d = load<f32>(texture + ((bottom * cellsWide + right) << 2));
      const value: f32 = (a * (1 - across) + b * across) * (1 - down) + (c * (1 - across) + d * across) * down;
      store<u8>(pixels + (index << 2), <u8>min<f32>(255, value), 3);
    }
  }
}

// 1 3 3 1 in both directions over 4 x 4 pixels that are all known.
// @ts-ignore: decorator
@inline function wholeBinomial(corner: usize, stride: usize): u32 {
  let total = i32x4.splat(0);
  for (let row = 0; row < 4; row++) {
    const bytes = v128.load(corner);
    const left = i16x8.mul(i16x8.extend_low_i8x16_u(bytes), i16x8(1, 1, 1, 1, 3, 3, 3, 3));
    const right = i16x8.mul(i16x8.extend_high_i8x16_u(bytes), i16x8(3, 3, 3, 3, 1, 1, 1, 1));
    const both = i16x8.add(left, right);
    const sum = i32x4.add(i32x4.extend_low_i16x8_u(both), i32x4.extend_high_i16x8_u(both));
    total = i32x4.add(total, row == 0 || row == 3 ? sum : i32x4.mul(sum, i32x4.splat(3)));
    corner += stride;
  }
  const words = i32x4.shr_u(i32x4.add(total, i32x4.splat(32)), 6);
  const narrow = i16x8.narrow_i32x4_s(words, words);
  return <u32>i32x4.extract_lane(i8x16.narrow_i16x8_u(narrow, narrow), 0);
}

export function halve(
  fine: usize, fineClasses: usize, fineWidth: i32, fineHeight: i32, coarse: usize, coarseClasses: usize, width: i32, height: i32,
): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = <usize>(y * width + x);
      if (load<u8>(coarseClasses + index) & HOLE) {
        store<u32>(coarse + (index << 2), 0);
        continue;
      }
      const left = (x << 1) - 1;
      const top = (y << 1) - 1;
      if (left >= 0 && top >= 0 && left + 3 < fineWidth && top + 3 < fineHeight) {
        const corner = fineClasses + <usize>(top * fineWidth + left);
        const seen = load<u32>(corner) | load<u32>(corner + fineWidth) | load<u32>(corner + 2 * fineWidth) | load<u32>(corner + 3 * fineWidth);
        if (!(seen & HOLE_4)) {
          store<u32>(coarse + (index << 2), wholeBinomial(fine + ((<usize>(top * fineWidth + left)) << 2), (<usize>fineWidth) << 2));
          continue;
        }
      }
      let sum = f32x4.splat(0);
      let total: f32 = 0;
      for (let dy = 0; dy < 4; dy++) {
        const row = top + dy;
        if (row < 0 || row >= fineHeight) continue;
        for (let dx = 0; dx < 4; dx++) {
          const column = left + dx;
          if (column < 0 || column >= fineWidth) continue;
          const from = row * fineWidth + column;
          if (load<u8>(fineClasses + from) & HOLE) continue;
          const weight = <f32>((dx == 0 || dx == 3 ? 1 : 3) * (dy == 0 || dy == 3 ? 1 : 3));
          sum = f32x4.add(sum, f32x4.mul(colourAt(fine, from), f32x4.splat(weight)));
          total += weight;
        }
      }
      store<u32>(coarse + (index << 2), packColour(f32x4.mul(sum, f32x4.splat(1 / total))));
    }
  }
}

export function measureDepth(width: i32, height: i32, holeRows: usize, holeRuns: usize, depth: usize): void {
  for (let y = 0; y < height; y++) {
    const lastRun = load<i32>(holeRows + (y << 2), 4);
    for (let run = load<i32>(holeRows + (y << 2)); run < lastRun; run++) {
      const start = load<i32>(holeRuns + run * 12);
      const end = load<i32>(holeRuns + run * 12, 4);
      for (let x = start; x < end; x++) {
        const at = depth + <usize>(y * width + x);
        let value = 255;
        if (x > 0) value = min(value, <i32>load<u8>(at - 1) + 1);
        if (y > 0) value = min(value, <i32>load<u8>(at - width) + 1);
        store<u8>(at, <u8>value);
      }
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    const firstRun = load<i32>(holeRows + (y << 2));
    for (let run = load<i32>(holeRows + (y << 2), 4) - 1; run >= firstRun; run--) {
      const start = load<i32>(holeRuns + run * 12);
      const end = load<i32>(holeRuns + run * 12, 4);
      for (let x = end - 1; x >= start; x--) {
        const at = depth + <usize>(y * width + x);
        let value = <i32>load<u8>(at);
        if (x < width - 1) value = min(value, <i32>load<u8>(at, 1) + 1);
        if (y < height - 1) value = min(value, <i32>load<u8>(at + width) + 1);
        store<u8>(at, <u8>value);
      }
    }
  }
}

export function sampleDepth(width: i32, height: i32, rows: usize, runs: usize, depth: usize, depths: usize): void {
  for (let y = 0; y <= height - 8; y++) {
    const lastRun = load<i32>(rows + (y << 2), 4);
    for (let run = load<i32>(rows + (y << 2)); run < lastRun; run++) {
      const start = load<i32>(runs + run * 12);
      const count = load<i32>(runs + run * 12, 4) - start;
      const centre = (y + 4) * width + start + 4;
      memory.copy(depths + load<i32>(runs + run * 12, 8), depth + centre, count);
    }
  }
}
