import type { ScreenPoint } from '../geometry/point.ts';

/** Below this many CSS px the ring alone would be lost: a crosshair is shown with it. */
const crosshairBelow = 6;

export type BrushCursor = {
  /** Shows the ring around `at` with the brush's diameter in CSS px, or hides it. */
  show(at: ScreenPoint | null, diameter: number, erasing: boolean): void;
};

/** The brush's true-size ring: one element moved by a transform, so that no pointer move redraws anything. */
export const brushCursor = (element: HTMLElement): BrushCursor => ({
  show(at, diameter, erasing) {
    element.hidden = at === null;
    if (!at) return;
    const size = Math.max(1, diameter);
    element.style.width = `${size}px`;
    element.style.height = `${size}px`;
    element.style.transform = `translate(${at.x - size / 2}px, ${at.y - size / 2}px)`;
    element.toggleAttribute('data-small', size < crosshairBelow);
    element.toggleAttribute('data-erasing', erasing);
  },
});
