import type { Size } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';

/** CSS px that the canvases reach beyond the stage on each side, so that a pan has something to show before the next drawing. */
export const overscan = 96;

/**
 * CSS px from the canvases' corner to the stage's corner: the overscan, less what puts the canvases on the screen's own pixel grid.
 * Off that grid the browser would shift the picture by a part of a pixel against the pointer.
 */
export type Inset = { readonly x: number; readonly y: number };

/** The inset for a stage whose corner is at (left, top) CSS px of the window. */
export const insetAt = (left: number, top: number, pixelRatio: number): Inset => ({
  x: left - Math.round((left - overscan) * pixelRatio) / pixelRatio,
  y: top - Math.round((top - overscan) * pixelRatio) / pixelRatio,
});

/** The same view, measured from the canvases' corner instead of the stage's. */
export const canvasViewport = (viewport: Viewport, inset: Inset): Viewport => ({
  ...viewport,
  x: viewport.x + inset.x,
  y: viewport.y + inset.y,
});

/** The CSS transform, with the canvases' corner as its origin, that moves canvases drawn for the view `drawn` to where `shown` has them. */
export const worldTransform = (
  drawn: Viewport,
  shown: Viewport,
  inset: Inset,
): { readonly scale: number; readonly x: number; readonly y: number } => {
  const scale = shown.scale / drawn.scale;
  return {
    scale,
    x: shown.x - drawn.x * scale + inset.x - inset.x * scale,
    y: shown.y - drawn.y * scale + inset.y - inset.y * scale,
  };
};

/** True where the transformed canvases no longer cover the stage, or are enlarged so much that they look wrong. */
export const needsDrawing = (drawn: Viewport, shown: Viewport, stage: Size, inset: Inset): boolean => {
  const { scale, x, y } = worldTransform(drawn, shown, inset);
  if (scale > 2 || scale < 0.5) return true;
  const left = x - inset.x;
  const top = y - inset.y;
  const right = left + (stage.width + 2 * overscan) * scale;
  const bottom = top + (stage.height + 2 * overscan) * scale;
  return left > 0 || top > 0 || right < stage.width || bottom < stage.height;
};
