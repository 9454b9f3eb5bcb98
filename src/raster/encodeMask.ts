import { flattenMask, type TileMask } from '../document/tileMask.ts';
import { rect, type Rect } from '../geometry/rect.ts';
import { writePng, type WriteOptions } from './writePng.ts';

/** The mask over `bounds` (image px, may reach beyond the picture: 0 there) as an 8-bit grey PNG of that size, white = repaint. */
export const encodeMask = (mask: TileMask, bounds: Rect, options: WriteOptions = {}): Promise<Blob> =>
  writePng(
    {
      size: bounds,
      channels: 1,
      readRows: (y, count) => flattenMask(mask, rect(bounds.x, bounds.y + y, bounds.width, count)),
    },
    options,
  );
