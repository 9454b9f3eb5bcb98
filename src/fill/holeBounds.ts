import { rect, type Rect } from '../geometry/rect.ts';
import type { FillJob } from './fillJob.ts';

/** The smallest rectangle around the hole, or null where there is none. */
export const holeBounds = ({ hole, width, height }: Pick<FillJob, 'hole' | 'width' | 'height'>): Rect | null => {
  let top = 0;
  const isEmpty = (y: number): boolean => {
    for (let i = y * width; i < (y + 1) * width; i++) if (hole[i] !== 0) return false;
    return true;
  };
  while (top < height && isEmpty(top)) top++;
  if (top === height) return null;
  let bottom = height - 1;
  while (isEmpty(bottom)) bottom--;
  let left = width;
  let right = -1;
  for (let y = top; y <= bottom; y++) {
    const row = y * width;
    for (let x = 0; x < left; x++) if (hole[row + x] !== 0) left = x;
    for (let x = width - 1; x > right; x--) if (hole[row + x] !== 0) right = x;
  }
  return rect(left, top, right - left + 1, bottom - top + 1);
};
