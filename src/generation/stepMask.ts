import type { EditDocument } from '../document/editDocument.ts';
import { maskAround, maskInFrame, uniteMasks } from '../document/composeMask.ts';
import { invertMask } from '../document/invertMask.ts';
import { emptyMask, type TileMask } from '../document/tileMask.ts';
import { rectOfSize } from '../geometry/rect.ts';
import type { PlannedStep, ReadyPlan } from './plan.ts';
import { withoutOverlap } from './planOutpaint.ts';

/** What a step repaints, of the canvas's size: what was painted, and what the canvas has beyond the part known so far. */
export const stepMask = (
  { mask }: Pick<EditDocument, 'mask'>,
  { strategy, canvas }: Pick<ReadyPlan, 'strategy' | 'canvas'>,
  { known, overlap }: Pick<PlannedStep, 'known' | 'overlap'>,
): TileMask => {
  const size = { width: canvas.width, height: canvas.height };
  switch (strategy) {
    case 'inpaint':
      return mask;
    case 'replace':
      // The provider finds by itself what to replace, anywhere unless something is painted.
      return mask.tiles.size > 0 ? mask : invertMask(emptyMask(size));
    case 'native-outpaint':
      return maskAround(size, known);
    case 'pad-inpaint':
      return uniteMasks(maskAround(size, withoutOverlap(known, rectOfSize(size), overlap)), maskInFrame(mask, canvas));
  }
};
