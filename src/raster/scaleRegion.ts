import { rect, type Rect } from '../geometry/rect.ts';
import { sizeEquals, type Size } from '../geometry/size.ts';
import { axisWeights } from './axisWeights.ts';
import { mixRows } from './mixRows.ts';
import { readRegion, type TilePicture } from './tilePicture.ts';

/**
 * A region (whole image px, may reach beyond the picture) scaled to `size` by area average, as flat RGBA with straight alpha.
 * Colour is weighed by alpha. At the region's own size the bytes are exact. Holds a few rows besides the answer.
 */
export const scaleRegion = (picture: TilePicture, region: Rect, size: Size): Uint8ClampedArray<ArrayBuffer> =>
  sizeEquals(region, size)
    ? readRegion(picture, region)
    : mixRows(
        (y) => readRegion(picture, rect(region.x, region.y + y, region.width, 1)),
        axisWeights(region.width, size.width, 'box'),
        axisWeights(region.height, size.height, 'box'),
      );
