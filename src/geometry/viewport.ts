import { imagePoint, screenPoint, type ImagePoint, type ScreenPoint } from './point.ts';
import type { Rect } from './rect.ts';
import type { Size } from './size.ts';

/** The one transform between the two spaces: screen = image * scale + (x, y). x and y are CSS px, scale is CSS px per image px. */
export type Viewport = { readonly x: number; readonly y: number; readonly scale: number };

export const minScale = 0.01;
export const maxScale = 32;

export const screenToImage = (point: ScreenPoint, viewport: Viewport): ImagePoint =>
  imagePoint((point.x - viewport.x) / viewport.scale, (point.y - viewport.y) / viewport.scale);

export const imageToScreen = (point: ImagePoint, viewport: Viewport): ScreenPoint =>
  screenPoint(point.x * viewport.scale + viewport.x, point.y * viewport.scale + viewport.y);

const clampScale = (scale: number): number => Math.min(maxScale, Math.max(minScale, scale));

export const panBy = (viewport: Viewport, dx: number, dy: number): Viewport => ({
  ...viewport,
  x: viewport.x + dx,
  y: viewport.y + dy,
});

/** Changes the scale while the image point under `anchor` stays where it is on the screen. */
export const zoomAt = (viewport: Viewport, anchor: ScreenPoint, scale: number): Viewport => {
  const next = clampScale(scale);
  const fixed = screenToImage(anchor, viewport);
  return { x: anchor.x - fixed.x * next, y: anchor.y - fixed.y * next, scale: next };
};

/** Shows `frame` (image px) whole and centred in a stage of `stage` CSS px, with `padding` CSS px around it. */
export const fitViewport = (frame: Rect, stage: Size, padding: number): Viewport => {
  const room = { width: Math.max(1, stage.width - 2 * padding), height: Math.max(1, stage.height - 2 * padding) };
  const scale = clampScale(Math.min(room.width / frame.width, room.height / frame.height));
  return centreViewport(frame, stage, scale);
};

/** Puts the middle of `frame` in the middle of the stage at the given scale. */
const centreViewport = (frame: Rect, stage: Size, scale: number): Viewport => ({
  x: stage.width / 2 - (frame.x + frame.width / 2) * scale,
  y: stage.height / 2 - (frame.y + frame.height / 2) * scale,
  scale,
});
