import type { ImagePoint } from '../geometry/point.ts';
import { rect, type Rect } from '../geometry/rect.ts';
import { writableTile, type MaskDraft } from './maskDraft.ts';
import { tileColumns, tileSide } from './tileMask.ts';

/** paint: coverage only grows; erase: coverage only shrinks. Both can be repeated without effect, so overlapping dabs don't build up. */
export type StampMode = 'paint' | 'erase';

/** radius in image px; hardness 0 to 1, the part of the radius that is fully covered. */
export type Brush = { readonly radius: number; readonly hardness: number };

type Segment = {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
};
type Span = { readonly from: number; readonly to: number };

/**
 * Draws everything within the brush's radius of the segment from `start` to `end` into the draft, with an edge at least 1 px soft.
 * A point is a segment of length 0. Returns what may have changed, in image px, or null where the segment misses the image.
 */
export const stampCapsule = (
  draft: MaskDraft,
  start: ImagePoint,
  end: ImagePoint,
  brush: Brush,
  mode: StampMode,
): Rect | null => {
  const { width, height } = draft.base.size;
  const softness = Math.max(1, brush.radius * (1 - brush.hardness));
  const outer = brush.radius + 0.5;
  const inner = outer - softness;
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const segment: Segment = { x: start.x, y: start.y, dx, dy, length: Math.hypot(dx, dy) };

  const left = Math.max(0, Math.floor(Math.min(start.x, end.x) - outer));
  const right = Math.min(width, Math.ceil(Math.max(start.x, end.x) + outer));
  const top = Math.max(0, Math.floor(Math.min(start.y, end.y) - outer));
  const bottom = Math.min(height, Math.ceil(Math.max(start.y, end.y) + outer));
  if (right <= left || bottom <= top) return null;

  const row: Row = { draft, columns: tileColumns(draft.base.size), mode };
  for (let y = top; y < bottom; y++) {
    const touched = pixelsWithin(rowSpan(segment, outer, y + 0.5), left, right);
    if (!touched) continue;
    const full = inner > 0 ? pixelsWithin(rowSpan(segment, inner, y + 0.5), left, right) : null;
    if (!full) {
      softPixels(row, segment, outer, softness, y, touched);
      continue;
    }
    softPixels(row, segment, outer, softness, y, { from: touched.from, to: full.from });
    fullPixels(row, y, full);
    softPixels(row, segment, outer, softness, y, { from: full.to, to: touched.to });
  }
  return rect(left, top, right - left, bottom - top);
};

type Row = { readonly draft: MaskDraft; readonly columns: number; readonly mode: StampMode };

/** Where the horizontal line at `y` crosses the capsule: one interval, since a capsule is convex. */
const rowSpan = (segment: Segment, radius: number, y: number): Span | null => {
  let from = Infinity;
  let to = -Infinity;
  const reach = (x: number, halfWidth = 0): void => {
    from = Math.min(from, x - halfWidth);
    to = Math.max(to, x + halfWidth);
  };
  const cap = (centreX: number, centreY: number): void => {
    const square = radius * radius - (y - centreY) * (y - centreY);
    if (square >= 0) reach(centreX, Math.sqrt(square));
  };
  cap(segment.x, segment.y);
  cap(segment.x + segment.dx, segment.y + segment.dy);
  if (segment.dy !== 0) {
    const normalX = (-segment.dy / segment.length) * radius;
    const normalY = (segment.dx / segment.length) * radius;
    for (const side of [1, -1]) {
      const along = (y - (segment.y + side * normalY)) / segment.dy;
      if (along >= 0 && along <= 1) reach(segment.x + side * normalX + segment.dx * along);
    }
  }
  return from <= to ? { from, to } : null;
};

/** The pixels whose centres lie in the span: from <= x < to. */
const pixelsWithin = (span: Span | null, left: number, right: number): Span | null => {
  if (!span) return null;
  const from = Math.max(left, Math.ceil(span.from - 0.5));
  const to = Math.min(right, Math.floor(span.to - 0.5) + 1);
  return from < to ? { from, to } : null;
};

/** Walks a row's pixels tile by tile; `write` gets the tile and the byte range in it. Nothing can be erased from a missing tile. */
const eachTile = (
  row: Row,
  y: number,
  pixels: Span,
  write: (tile: Uint8Array, from: number, to: number, firstX: number) => void,
): void => {
  const rowStart = (y % tileSide) * tileSide;
  for (let x = pixels.from; x < pixels.to;) {
    const column = Math.floor(x / tileSide);
    const end = Math.min(pixels.to, (column + 1) * tileSide);
    const key = Math.floor(y / tileSide) * row.columns + column;
    if (row.mode === 'paint' || row.draft.tiles.has(key)) {
      const from = rowStart + x - column * tileSide;
      write(writableTile(row.draft, key), from, from + end - x, x);
    }
    x = end;
  }
};

const fullPixels = (row: Row, y: number, pixels: Span): void => {
  eachTile(row, y, pixels, (tile, from, to) => tile.fill(row.mode === 'paint' ? 255 : 0, from, to));
};

const softPixels = (row: Row, segment: Segment, outer: number, softness: number, y: number, pixels: Span): void => {
  eachTile(row, y, pixels, (tile, from, to, firstX) => {
    for (let at = from, x = firstX; at < to; at++, x++) {
      const coverage = edgeCoverage((outer - distance(segment, x + 0.5, y + 0.5)) / softness, softness);
      const present = tile[at] ?? 0;
      tile[at] = row.mode === 'paint' ? Math.max(present, coverage) : Math.min(present, 255 - coverage);
    }
  });
};

/** 0 to 255 for a depth of 0 (outer edge) to 1; a wide edge eases in and out, a 1 px edge is plain anti-aliasing. */
const edgeCoverage = (depth: number, softness: number): number => {
  const clamped = Math.min(1, Math.max(0, depth));
  return Math.round(255 * (softness < 2 ? clamped : clamped * clamped * (3 - 2 * clamped)));
};

const distance = (segment: Segment, x: number, y: number): number => {
  const fromX = x - segment.x;
  const fromY = y - segment.y;
  if (segment.length === 0) return Math.sqrt(fromX * fromX + fromY * fromY);
  const along = (fromX * segment.dx + fromY * segment.dy) / (segment.length * segment.length);
  const clamped = Math.min(1, Math.max(0, along));
  const awayX = fromX - clamped * segment.dx;
  const awayY = fromY - clamped * segment.dy;
  return Math.sqrt(awayX * awayX + awayY * awayY);
};
