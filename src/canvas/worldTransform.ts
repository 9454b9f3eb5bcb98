import type { Size } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';

/** CSS px that the canvases reach beyond the stage on each side, so that a pan has something to show before the next drawing. */
export const overscan = 96;

/** The same view for a canvas that begins `overscan` CSS px left of and above the stage. */
export const canvasViewport = (viewport: Viewport): Viewport => ({
  ...viewport,
  x: viewport.x + overscan,
  y: viewport.y + overscan,
});

/**
 * The CSS transform that moves canvases drawn for the view `drawn` to where the view `shown` has them. The canvases' origin is
 * (-overscan, -overscan) of the stage and the transform's too.
 */
export const worldTransform = (drawn: Viewport, shown: Viewport): { scale: number; x: number; y: number } => {
  const scale = shown.scale / drawn.scale;
  return {
    scale,
    x: shown.x - drawn.x * scale + overscan - overscan * scale,
    y: shown.y - drawn.y * scale + overscan - overscan * scale,
  };
};

/** True where the transformed canvases no longer cover the stage, or are enlarged so much that they look wrong. */
export const needsDrawing = (drawn: Viewport, shown: Viewport, stage: Size): boolean => {
  const { scale, x, y } = worldTransform(drawn, shown);
  if (scale > 2 || scale < 0.5) return true;
  const left = x - overscan;
  const top = y - overscan;
  const right = left + (stage.width + 2 * overscan) * scale;
  const bottom = top + (stage.height + 2 * overscan) * scale;
  return left > 0 || top > 0 || right < stage.width || bottom < stage.height;
};
