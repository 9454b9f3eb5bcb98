/** Bits of the byte that says what a pixel of the working region is. A pixel without the first two is known. */
export const pixelClass = {
  /** To be filled. */
  hole: 1,
  /** Known but fully transparent: never changed and never copied from. */
  void: 2,
  /** The 8 x 8 patch whose top left corner this is holds neither hole nor void, so it may be copied from. */
  sourceCorner: 4,
} as const;
