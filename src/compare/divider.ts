import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';

/** A rectangle in CSS px from the stage's top left corner. */
export type ScreenRect = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export const screenRectOf = (frame: Rect, viewport: Viewport): ScreenRect => ({
  left: frame.x * viewport.scale + viewport.x,
  top: frame.y * viewport.scale + viewport.y,
  width: frame.width * viewport.scale,
  height: frame.height * viewport.scale,
});

/** The part of the picture that can be seen, or null where all of it is outside the stage. */
export const visiblePart = (picture: ScreenRect, stage: Size): ScreenRect | null => {
  const left = Math.max(0, picture.left);
  const top = Math.max(0, picture.top);
  const width = Math.min(stage.width, picture.left + picture.width) - left;
  const height = Math.min(stage.height, picture.top + picture.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
};

/** Where the divider is drawn, CSS px: at its place in the picture, or at the edge of what is seen, so that it can always be taken. */
export const dividerX = (position: number, picture: ScreenRect, visible: ScreenRect): number =>
  Math.min(visible.left + visible.width, Math.max(visible.left, picture.left + (position / 100) * picture.width));

/** The divider's place, 0 to 100 % of the picture's width, for a pointer at `x` CSS px. */
export const positionAt = (x: number, picture: ScreenRect): number =>
  Math.min(100, Math.max(0, ((x - picture.left) / picture.width) * 100));
