import { rect, type Rect } from './rect.ts';

/** How far a frame reaches beyond a picture on each side, image px; negative where it cuts into it. */
export type Margins = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The frame around a picture's rectangle with these margins. */
export const frameOf = (picture: Rect, { left, right, top, bottom }: Margins): Rect =>
  rect(picture.x - left, picture.y - top, picture.width + left + right, picture.height + top + bottom);

/** The margins of a frame around a picture's rectangle. */
export const marginsOf = (picture: Rect, frame: Rect): Margins => ({
  left: picture.x - frame.x,
  right: frame.x + frame.width - (picture.x + picture.width),
  top: picture.y - frame.y,
  bottom: frame.y + frame.height - (picture.y + picture.height),
});
