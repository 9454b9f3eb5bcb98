/** A point in image px: pixels of the canonical image, (0, 0) is the outer corner of its top left pixel. */
export type ImagePoint = { readonly space: 'image'; readonly x: number; readonly y: number };

/** A point in CSS px, measured from the top left corner of the stage. */
export type ScreenPoint = { readonly space: 'screen'; readonly x: number; readonly y: number };

export const imagePoint = (x: number, y: number): ImagePoint => ({ space: 'image', x, y });

export const screenPoint = (x: number, y: number): ScreenPoint => ({ space: 'screen', x, y });
