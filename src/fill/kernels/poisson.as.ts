// Gradient-domain blend of the copied pixels: a screened Poisson equation. See kernels.ts for what each argument means.
import { colourAt } from './colour.as';

const HOLE: u8 = 1;
const BLOCKED: u8 = 3;
const VOID: u8 = 2;

export function buildPoisson(
  pixels: usize, classes: usize, width: i32, height: i32, segments: usize, segmentCount: i32, labels: usize, right: usize,
  unknowns: usize, screening: f32,
): void {
  for (let segment = 0; segment < segmentCount; segment++) {
    const at = segments + segment * 20;
    const firstSlot = load<i32>(at);
    const firstPixel = load<i32>(at, 4);
    const count = load<i32>(at, 8);
    const y = firstPixel / width;
    for (let i = 0; i < count; i++) {
      const slot = firstSlot + i;
      const pixel = firstPixel + i;
      const x = pixel - y * width;
      const source = load<i32>(labels + ((<usize>slot) << 2));
      const sourceY = source / width;
      const sourceX = source - sourceY * width;
      const colour = colourAt(pixels, source);
      const voted = colourAt(pixels, pixel);
      let sum = f32x4.mul(voted, f32x4.splat(screening));
      let neighbours: f32 = screening;
      for (let side = 0; side < 4; side++) {
        const dx = side == 0 ? -1 : side == 1 ? 1 : 0;
        const dy = side == 2 ? -1 : side == 3 ? 1 : 0;
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const step = dy * width + dx;
        const beside = pixel + step;
        const kind = load<u8>(classes + beside);
        if (kind & VOID) continue;
        neighbours += 1;
        let gradient = f32x4.splat(0);
        let gradients = 0;
        if (sourceX + dx >= 0 && sourceX + dx < width && sourceY + dy >= 0 && sourceY + dy < height) {
          if (!(load<u8>(classes + source + step) & BLOCKED)) {
            gradient = f32x4.add(gradient, f32x4.sub(colour, colourAt(pixels, source + step)));
            gradients++;
          }
        }
        if (kind & HOLE) {
          const besideSlot = dy == 0 ? slot + dx : slot + load<i32>(at + (dy < 0 ? 12 : 16));
          const other = load<i32>(labels + ((<usize>besideSlot) << 2));
          const otherY = other / width;
          const otherX = other - otherY * width;
          if (otherX - dx >= 0 && otherX - dx < width && otherY - dy >= 0 && otherY - dy < height) {
            if (!(load<u8>(classes + other - step) & BLOCKED)) {
              gradient = f32x4.add(gradient, f32x4.sub(colourAt(pixels, other - step), colourAt(pixels, other)));
              gradients++;
            }
          }
        } else {
          sum = f32x4.add(sum, colourAt(pixels, beside));
        }
        if (gradients > 1) gradient = f32x4.mul(gradient, f32x4.splat(0.5));
        sum = f32x4.add(sum, gradient);
      }
      v128.store(right + ((<usize>slot) << 4), f32x4.replace_lane(sum, 3, neighbours));
      v128.store(unknowns + ((<usize>slot) << 4), f32x4.replace_lane(voted, 3, 0));
    }
  }
}

export function relaxPoisson(segments: usize, segmentCount: i32, right: usize, unknowns: usize, omega: f32, sweeps: i32): void {
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const back = (sweep & 1) == 1;
    const step = back ? -16 : 16;
    for (let k = 0; k < segmentCount; k++) {
      const at = segments + (back ? segmentCount - 1 - k : k) * 20;
      const count = load<i32>(at, 8);
      const up = load<i32>(at, 12) << 4;
      const down = load<i32>(at, 16) << 4;
      let offset = <usize>(load<i32>(at) + (back ? count - 1 : 0)) << 4;
      for (let i = 0; i < count; i++) {
        const here = unknowns + offset;
        const rightSide = v128.load(right + offset);
        // the slots beside a run are empty: they add 0
        let sum = f32x4.add(f32x4.add(rightSide, v128.load(here - 16)), v128.load(here, 16));
        if (up) sum = f32x4.add(sum, v128.load(here + up));
        if (down) sum = f32x4.add(sum, v128.load(here + down));
        const value = v128.load(here);
        const share = f32x4.splat(1 / f32x4.extract_lane(rightSide, 3));
        const next = f32x4.add(value, f32x4.mul(f32x4.splat(omega), f32x4.sub(f32x4.mul(sum, share), value)));
        v128.store(here, f32x4.replace_lane(next, 3, 0));
        offset += step;
      }
    }
  }
}
