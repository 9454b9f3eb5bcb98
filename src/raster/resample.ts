import { rect, type Rect } from '../geometry/rect.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { mixRows } from './mixRows.ts';
import { stretchWeights } from './stretchWeights.ts';
import { readRegion, type TilePicture } from './tilePicture.ts';

/**
 * A part (px, may be fractional) of flat RGBA of `size`, brought to the size `to`: area average when reducing, cubic when enlarging.
 * Visible px at their own size keep their bytes. Beyond the picture its edge repeats.
 */
export const resample = (
  pixels: Uint8ClampedArray,
  size: Size,
  part: Rect,
  to: Size,
): Uint8ClampedArray<ArrayBuffer> => {
  const stride = size.width * 4;
  const isWhole = part.x === 0 && part.y === 0 && sizeEquals(part, size) && sizeEquals(size, to);
  return isWhole
    ? new Uint8ClampedArray(pixels)
    : mixRows(
        (y) => pixels.subarray(y * stride, (y + 1) * stride),
        stretchWeights(size.width, part.x, part.width, to.width),
        stretchWeights(size.height, part.y, part.height, to.height),
      );
};

/** A region of a picture (whole image px, within it) brought to the size `to` in the same way. */
export const resampleRegion = (picture: TilePicture, region: Rect, to: Size): Uint8ClampedArray<ArrayBuffer> =>
  sizeEquals(region, to)
    ? readRegion(picture, region)
    : mixRows(
        (y) => readRegion(picture, rect(region.x, region.y + y, region.width, 1)),
        stretchWeights(region.width, 0, region.width, to.width),
        stretchWeights(region.height, 0, region.height, to.height),
      );
