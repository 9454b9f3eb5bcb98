/** Part of a picture around one part of the hole. Planes are row by row, `width * height` long. */
export type PlainWindow = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of every pixel. */
  readonly colours: Float32Array;
  /** What a pixel is: see below. */
  readonly kinds: Uint8Array;
  /** Number of steps to the hole part, 0 inside, at most `reach` + 1. */
  readonly distances: Uint8Array;
  /** px: how far the surroundings are looked at. */
  readonly reach: number;
};

/** `hole`: to be filled now. `known`: may be looked at. `other`: belongs to another part of the hole, or is transparent. */
export const pixelKind = { hole: 1, known: 0, other: 2 } as const;
