import type { Size } from '../geometry/size.ts';

/** px to each side of which made-up colours are averaged, so that the repeated edge leaves no hard streaks. */
const blurRadius = 4;
/** How far noise moves a made-up colour, so that it does not look like a flat object to keep. */
const noise = 3;

/**
 * Makes flat RGBA opaque, in place: invisible px get the colour of the nearest visible one, slightly blurred and with slight noise;
 * visible ones keep their colour. Without any visible px all become a middle grey. The same pixels always give the same bytes.
 */
export const fillTransparent = (rgba: Uint8ClampedArray, size: Size): void => {
  const nearest = nearestVisible(rgba, size);
  const isFilled = new Uint8Array(nearest.length);
  let count = 0;
  // In this file indexes are bounded by their loops, which run once per pixel.
  for (let at = 0; at < nearest.length; at++) {
    if (rgba[at * 4 + 3] === 0) {
      const from = nearest[at]!;
      for (let channel = 0; channel < 3; channel++) rgba[at * 4 + channel] = from < 0 ? 128 : rgba[from * 4 + channel]!;
      isFilled[at] = 1;
      count++;
    }
  }
  for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
  if (count === 0) return;
  blurFilled(rgba, size, isFilled);
  addNoise(rgba, isFilled);
};

/** For each px the index of the nearest one with alpha above 0 (near enough: two sweeps over eight neighbours), -1 where none is. */
const nearestVisible = (rgba: Uint8ClampedArray, { width, height }: Size): Int32Array => {
  const nearest = new Int32Array(width * height).fill(-1);
  for (let at = 0; at < nearest.length; at++) if (rgba[at * 4 + 3] !== 0) nearest[at] = at;
  const squared = (x: number, y: number, site: number): number =>
    (x - (site % width)) ** 2 + (y - Math.floor(site / width)) ** 2;
  const improve = (x: number, y: number, fromX: number, fromY: number): void => {
    if (fromX < 0 || fromX >= width || fromY < 0 || fromY >= height) return;
    const site = nearest[fromY * width + fromX]!;
    const at = y * width + x;
    const now = nearest[at]!;
    if (site >= 0 && (now < 0 || squared(x, y, site) < squared(x, y, now))) nearest[at] = site;
  };
  const sweep = (x: number, y: number, back: 1 | -1): void => {
    const at = y * width + x;
    if (nearest[at] === at) return;
    improve(x, y, x - back, y);
    for (let side = -1; side <= 1; side++) improve(x, y, x + side, y - back);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) sweep(x, y, 1);
    for (let x = width - 1; x >= 0; x--) improve(x, y, x + 1, y);
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) sweep(x, y, -1);
    for (let x = 0; x < width; x++) improve(x, y, x - 1, y);
  }
  return nearest;
};

/** A box average along x, then along y; only filled px are written, all are read. */
const blurFilled = (rgba: Uint8ClampedArray, { width, height }: Size, isFilled: Uint8Array): void => {
  blurLines(rgba, isFilled, { lines: height, length: width, step: 1, stride: width });
  blurLines(rgba, isFilled, { lines: width, length: height, step: width, stride: 1 });
};

type Lines = { readonly lines: number; readonly length: number; readonly step: number; readonly stride: number };

const blurLines = (rgba: Uint8ClampedArray, isFilled: Uint8Array, { lines, length, step, stride }: Lines): void => {
  const copy = new Uint8ClampedArray(length);
  for (let line = 0; line < lines; line++) {
    for (let channel = 0; channel < 3; channel++) {
      for (let place = 0; place < length; place++) copy[place] = rgba[(line * stride + place * step) * 4 + channel]!;
      let sum = 0;
      const clamped = (place: number): number => copy[Math.max(0, Math.min(length - 1, place))]!;
      for (let place = -blurRadius; place <= blurRadius; place++) sum += clamped(place);
      for (let place = 0; place < length; place++) {
        const at = line * stride + place * step;
        if (isFilled[at]) rgba[at * 4 + channel] = sum / (2 * blurRadius + 1);
        sum += clamped(place + blurRadius + 1) - clamped(place - blurRadius);
      }
    }
  }
};

const addNoise = (rgba: Uint8ClampedArray, isFilled: Uint8Array): void => {
  for (let at = 0; at < isFilled.length; at++) {
    if (!isFilled[at]) continue;
    // A hash of the position: the same for all three channels, so that no colour comes in.
    const mixed = Math.imul(at ^ (at >>> 15), 0x2c1b3c6d) >>> 0;
    const move = (mixed % (2 * noise + 1)) - noise;
    for (let channel = 0; channel < 3; channel++) rgba[at * 4 + channel] = rgba[at * 4 + channel]! + move;
  }
};
