/** What to fill: a picture (or the part of one around the hole) and the pixels to make up. */
export type FillJob = {
  /** RGBA, straight alpha, width * height * 4 bytes. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** width * height bytes: 0 = known, anything else = fill. */
  readonly hole: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  /** Any whole number. The same job with the same seed gives the same bytes on every machine. */
  readonly seed: number;
};

export type FillResult = {
  /** RGBA, as large as the job's; pixels that were known are byte for byte the job's. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** True where there was nothing to copy from, so that the hole was filled smoothly. */
  readonly usedDiffusion: boolean;
  readonly milliseconds: number;
  /** Working memory and result together, in bytes; the job itself is not counted. */
  readonly peakBytes: number;
};

/** `fraction` of the work done, 0 to 1; `level` of `levels`, counted from the coarsest, is being worked on. */
export type FillProgress = { readonly fraction: number; readonly level: number; readonly levels: number };
