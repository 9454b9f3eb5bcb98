import { screenPoint } from '../geometry/point.ts';
import { panView, zoomBy } from './viewActions.ts';

/** Wheel deltas come in px, lines or pages; one line is about this many px. */
const linePixels = 16;
const pagePixels = 400;
/** A notch of 100 px zooms by about a fifth; a pinch on a trackpad arrives as many small steps with Ctrl. */
const zoomPerPixel = 0.002;

/** The wheel pans, with Ctrl or Cmd (and by trackpad pinch) it zooms at the pointer; Shift turns a plain wheel sideways. Returns how to detach. */
export const wheelInput = (surface: HTMLElement): (() => void) => {
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? linePixels : event.deltaMode === 2 ? pagePixels : 1;
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    if (event.ctrlKey || event.metaKey) {
      const box = surface.getBoundingClientRect();
      const step = Math.min(200, Math.max(-200, dy));
      zoomBy(Math.exp(-step * zoomPerPixel), screenPoint(event.clientX - box.left, event.clientY - box.top));
    } else if (event.shiftKey && dx === 0) panView(-dy, 0);
    else panView(-dx, -dy);
  };
  surface.addEventListener('wheel', onWheel, { passive: false });
  return () => surface.removeEventListener('wheel', onWheel);
};
