/** Width and height in px: image px unless a name says otherwise. */
export type Size = { readonly width: number; readonly height: number };

export const sizeEquals = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

export const area = (size: Size): number => size.width * size.height;
