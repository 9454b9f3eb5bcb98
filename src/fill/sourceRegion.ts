import { inflate, intersect, rectOfSize, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';

/** px: even a small hole needs some surroundings to copy from. */
const leastMargin = 96;
/** px: more than this costs memory and time and is hardly ever copied from. */
const greatestMargin = 512;
/** px: a region of at most this area is cheap, so the margin is taken twice as wide: rare matter is found more often. */
const cheapArea = 1.5 * 2 ** 20;

/**
 * The part of the picture that a hole is filled from: its bounds widened by their longer side (96 to 512 px), or by twice that where
 * the region stays small, clipped to the picture.
 */
export const sourceRegion = (holeBounds: Rect, image: Size): Rect => {
  const longerSide = Math.max(holeBounds.width, holeBounds.height);
  const margin = Math.min(greatestMargin, Math.max(leastMargin, longerSide));
  const widened = (by: number): Rect => intersect(inflate(holeBounds, by), rectOfSize(image)) ?? holeBounds;
  const wide = widened(2 * margin);
  return wide.width * wide.height <= cheapArea ? wide : widened(margin);
};
