import { maskFromFlat, tileSide, type TileMask } from '../document/tileMask.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { openPixels } from './openPicture.ts';
import { resizePlane } from './resizePlane.ts';

export type DecodedMask = {
  readonly mask: TileMask;
  /** The file's own size where it is not the picture's. */
  readonly resizedFrom: Size | null;
  /** Where the coverage was found: `luminance`: white = repaint; `alpha`: transparent = repaint. */
  readonly from: 'luminance' | 'alpha';
};

/**
 * Reads a mask from a picture file. Grey files of the right size come back byte for byte. A file whose every pixel is
 * opaque is read by luminance; one with transparency by alpha where its luminance is constant or it has colours (then it is a
 * picture with a hole, not a drawn mask), otherwise by luminance, in which what is transparent counts as black.
 * Throws OpenError.
 */
export const decodeMask = async (file: Blob, size: Size, signal?: AbortSignal): Promise<DecodedMask> => {
  const { pixels } = await openPixels(file);
  try {
    const planes = planesOf(pixels.size);
    for (let y = 0; y < pixels.size.height; y += tileSide) {
      signal?.throwIfAborted();
      planes.addRows(await pixels.read(y, Math.min(tileSide, pixels.size.height - y)));
    }
    const { coverage, from } = planes.finish();
    if (sizeEquals(pixels.size, size)) return { mask: maskFromFlat(size, coverage), resizedFrom: null, from };
    const resized = resizePlane(coverage, pixels.size, size);
    return { mask: maskFromFlat(size, resized), resizedFrom: pixels.size, from };
  } finally {
    pixels.close();
  }
};

type Coverage = { readonly coverage: Uint8Array; readonly from: DecodedMask['from'] };

/** Gathers luminance and alpha of a file's rows, and decides at the end which of them is the mask. */
export const planesOf = ({ width, height }: Size) => {
  const luminance = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  let filled = 0;
  let isGrey = true;
  return {
    addRows(rgba: Uint8ClampedArray): void {
      // Positions are bounded by the length; this runs once per pixel.
      for (let at = 0; at < rgba.length; at += 4, filled++) {
        const red = rgba[at]!;
        const green = rgba[at + 1]!;
        const blue = rgba[at + 2]!;
        if (red !== green || green !== blue) isGrey = false;
        // Rec. 709 weights; equal channels give themselves exactly.
        luminance[filled] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        alpha[filled] = rgba[at + 3]!;
      }
    },
    finish(): Coverage {
      if (alpha.every((value) => value === 255)) return { coverage: luminance, from: 'luminance' };
      if (!isGrey || luminance.every((value) => value === luminance[0]))
        return { coverage: alpha.map((value) => 255 - value), from: 'alpha' };
      return { coverage: luminance.map((value, at) => Math.round((value * alpha[at]!) / 255)), from: 'luminance' };
    },
  };
};
