import type { TileMask } from '../document/tileMask.ts';
import { intersect, rect, rectOfSize, type Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';
import { drawOverlayPixels } from './overlayPixels.ts';
import type { Overlay } from './viewStore.ts';

export type MaskOverlay = {
  /** Sets the canvas's size in CSS px; one canvas px each, whatever the screen's pixel ratio. */
  resize(size: Size): void;
  /** Draws everything. `viewport` maps image px to canvas px. */
  draw(mask: TileMask, viewport: Viewport, overlay: Overlay): void;
  /** Draws again only what lies within `dirty` (image px): the cost follows the brush on the screen, not the image. */
  drawPart(mask: TileMask, dirty: Rect, viewport: Viewport, overlay: Overlay): void;
};

/** The mask over the picture: one canvas of the stage's size, filled from the mask's bytes. */
export const maskOverlay = (canvas: HTMLCanvasElement): MaskOverlay => {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw on a 2D canvas.');
  let image = context.createImageData(1, 1);

  const drawArea = (area: Rect, mask: TileMask, viewport: Viewport, overlay: Overlay): void => {
    drawOverlayPixels(image, area, mask, viewport, overlay);
    context.putImageData(image, 0, 0, area.x, area.y, area.width, area.height);
  };

  return {
    resize({ width, height }) {
      canvas.width = width;
      canvas.height = height;
      image = context.createImageData(width, height);
    },
    draw(mask, viewport, overlay) {
      const empty = mask.tiles.size === 0 && overlay.style === 'tint';
      if (!overlay.visible || empty) context.clearRect(0, 0, canvas.width, canvas.height);
      else drawArea(rectOfSize(canvas), mask, viewport, overlay);
    },
    drawPart(mask, dirty, viewport, overlay) {
      const area = overlay.visible ? intersect(canvasArea(dirty, viewport), rectOfSize(canvas)) : null;
      if (area) drawArea(area, mask, viewport, overlay);
    },
  };
};

/** The canvas px that show `dirty`, with the outline's px around it. */
const canvasArea = (dirty: Rect, viewport: Viewport): Rect => {
  const left = Math.floor(dirty.x * viewport.scale + viewport.x) - 2;
  const top = Math.floor(dirty.y * viewport.scale + viewport.y) - 2;
  const right = Math.ceil((dirty.x + dirty.width) * viewport.scale + viewport.x) + 2;
  const bottom = Math.ceil((dirty.y + dirty.height) * viewport.scale + viewport.y) + 2;
  return rect(left, top, right - left, bottom - top);
};
