import type { Size } from '../geometry/size.ts';

/** A decoded picture whose pixels can be read in bands, so that nobody needs an array of the whole. */
export type PixelSource = {
  /** As the user sees it: orientation applied. */
  readonly size: Size;
  /** False where reading changes the colour of transparent pixels (a 2D canvas keeps colour multiplied by alpha). */
  readonly exact: boolean;
  /** `rows` rows from `y` as flat RGBA, straight alpha. The array is reused by the next read. */
  read(y: number, rows: number): Uint8ClampedArray<ArrayBuffer> | Promise<Uint8ClampedArray<ArrayBuffer>>;
  close(): void;
};
