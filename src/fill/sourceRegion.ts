import { inflate, intersect, rectOfSize, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';

/** px: even a small hole needs some surroundings to copy from. */
const leastMargin = 96;
/** px: more than this costs memory and time and is hardly ever copied from. */
const greatestMargin = 512;

/** The part of the picture that a hole is filled from: its bounds widened by their longer side (96 to 512 px), clipped to the picture. */
export const sourceRegion = (holeBounds: Rect, image: Size): Rect => {
  const longerSide = Math.max(holeBounds.width, holeBounds.height);
  const margin = Math.min(greatestMargin, Math.max(leastMargin, longerSide));
  return intersect(inflate(holeBounds, margin), rectOfSize(image)) ?? holeBounds;
};
