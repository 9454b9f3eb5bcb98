import { rect, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { resample } from './resample.ts';

/** Flat RGBA of a size. */
export type Pixels = { readonly size: Size; readonly rgba: Uint8ClampedArray };

/** Longest side of an answer where its places are all tried, px; then the best is followed up to finer ones. */
const coarse = 64;
const finest = 1024;
/** Mean difference of a channel up to which two pictures count as the same, 0 to 255. */
const mostDifference = 24;

/**
 * Finds what was sent within an answer: `scales` are the factors (sent px to answer px) that are tried. `fixed` px of what was sent are
 * compared, all where null. Gives the rectangle of it in px of the answer, or null where nothing resembles it.
 */
export const locateSent = (
  answer: Pixels,
  sent: Pixels,
  fixed: Uint8Array | null,
  scales: readonly { readonly x: number; readonly y: number }[],
): Rect | null => {
  const longest = Math.max(answer.size.width, answer.size.height);
  let best: { readonly place: Rect; readonly difference: number } | null = null;
  for (const scale of scales) {
    const extent = { width: sent.size.width * scale.x, height: sent.size.height * scale.y };
    // A px more is rounding, not another size.
    if (extent.width > answer.size.width + 1 || extent.height > answer.size.height + 1) continue;
    const start = matchAt(answer, sent, fixed, extent, Math.min(1, coarse / longest), null);
    if (start.difference < (best?.difference ?? mostDifference)) best = start;
  }
  let found = best;
  for (let side = coarse * 4; found && side / 4 < Math.min(longest, finest); side *= 4)
    found = matchAt(answer, sent, fixed, found.place, Math.min(1, side / longest), found.place);
  return found && found.difference < mostDifference ? found.place : null;
};

/** How much an answer differs from what was sent at one place, looked at closely: the mean difference of a channel, 0 to 255. */
export const differenceAt = (answer: Pixels, sent: Pixels, fixed: Uint8Array | null, place: Rect): number => {
  const factor = Math.min(1, finest / Math.max(place.width, place.height));
  const size = {
    width: Math.max(1, Math.round(place.width * factor)),
    height: Math.max(1, Math.round(place.height * factor)),
  };
  const there = resample(answer.rgba, answer.size, place, size);
  return meanDifference(there, size, thumbnailOf(sent, size), size, reducedFlags(fixed, sent.size, size), 0, 0);
};

/** The best place at one resolution (`factor`): anywhere, or within a few px of `near`. */
const matchAt = (
  answer: Pixels,
  sent: Pixels,
  fixed: Uint8Array | null,
  extent: Size,
  factor: number,
  near: Rect | null,
): { readonly place: Rect; readonly difference: number } => {
  const small = (length: number): number => Math.max(1, Math.round(length * factor));
  const whole = { width: small(answer.size.width), height: small(answer.size.height) };
  const part = {
    width: Math.min(whole.width, small(extent.width)),
    height: Math.min(whole.height, small(extent.height)),
  };
  const field = thumbnailOf(answer, whole);
  const template = thumbnailOf(sent, part);
  const flags = reducedFlags(fixed, sent.size, part);
  const [across, down] = [whole.width - part.width, whole.height - part.height];
  // Half a px of the coarser level is two here; one more for rounding.
  const reach = 3;
  const range = (centre: number | null, most: number): readonly [number, number] =>
    centre === null
      ? [0, most]
      : [Math.max(0, Math.min(most, centre - reach)), Math.max(0, Math.min(most, centre + reach))];
  const [fromX, toX] = range(near && Math.round((near.x * whole.width) / answer.size.width), across);
  const [fromY, toY] = range(near && Math.round((near.y * whole.height) / answer.size.height), down);
  let [bestX, bestY, difference] = [fromX, fromY, Infinity];
  for (let y = fromY; y <= toY; y++) {
    for (let x = fromX; x <= toX; x++) {
      const here = meanDifference(field, whole, template, part, flags, x, y);
      if (here < difference) [bestX, bestY, difference] = [x, y, here];
    }
  }
  const place = rect(
    Math.min((bestX * answer.size.width) / whole.width, Math.max(0, answer.size.width - extent.width)),
    Math.min((bestY * answer.size.height) / whole.height, Math.max(0, answer.size.height - extent.height)),
    extent.width,
    extent.height,
  );
  return { place, difference };
};

const thumbnailOf = ({ rgba, size }: Pixels, to: Size): Uint8ClampedArray =>
  resample(rgba, size, rect(0, 0, size.width, size.height), to);

const meanDifference = (
  field: Uint8ClampedArray,
  fieldSize: Size,
  template: Uint8ClampedArray,
  size: Size,
  flags: Uint8Array | null,
  left: number,
  top: number,
): number => {
  let sum = 0;
  let count = 0;
  // Indexes are inside by the choice of left and top; this runs once per pixel and place.
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const at = y * size.width + x;
      if (flags?.[at] === 0) continue;
      const from = ((top + y) * fieldSize.width + left + x) * 4;
      for (let channel = 0; channel < 3; channel++)
        sum += Math.abs(field[from + channel]! - template[at * 4 + channel]!);
      count += 3;
    }
  }
  return count === 0 ? 0 : sum / count;
};

/** 1 where all that a small px covers is to be compared (looked up at its middle). */
const reducedFlags = (fixed: Uint8Array | null, from: Size, to: Size): Uint8Array | null => {
  if (!fixed) return null;
  const flags = new Uint8Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    const row = Math.min(from.height - 1, Math.floor(((y + 0.5) * from.height) / to.height)) * from.width;
    for (let x = 0; x < to.width; x++)
      flags[y * to.width + x] = fixed[row + Math.min(from.width - 1, Math.floor(((x + 0.5) * from.width) / to.width))]!;
  }
  return flags;
};
