import type { Size } from './size.ts';

/** An axis-aligned rectangle in image px: covers x <= px < x + width. Whole numbers unless said otherwise. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

export const rectOfSize = (size: Size): Rect => rect(0, 0, size.width, size.height);

export const rectEquals = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The common part, or null where the two do not overlap. */
export const intersect = (a: Rect, b: Rect): Rect | null => {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? rect(x, y, width, height) : null;
};

/** The smallest rectangle that holds both. */
export const union = (a: Rect, b: Rect): Rect => {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return rect(x, y, Math.max(a.x + a.width, b.x + b.width) - x, Math.max(a.y + a.height, b.y + b.height) - y);
};

/** The rectangle with `by` px more on each side (less, where negative). */
export const inflate = (a: Rect, by: number): Rect => rect(a.x - by, a.y - by, a.width + 2 * by, a.height + 2 * by);

export const containsRect = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
