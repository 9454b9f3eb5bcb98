import type { EditDocument } from '../document/editDocument.ts';
import { maskArea, maskBounds } from '../document/tileMask.ts';
import { rect, rectOfSize, type Rect } from '../geometry/rect.ts';
import { area } from '../geometry/size.ts';
import type { Operation, OperationCapability } from '../providers/contract.ts';
import type { EditRequest } from './editRequest.ts';
import { fitSize } from './fitSize.ts';
import type { PlannedStep } from './plan.ts';
import { planRegion } from './planRegion.ts';

/** One call that repaints the mask; null where the provider's size rules leave no way. */
export const planInpaint = (
  { mask, source }: EditDocument,
  capability: OperationCapability,
  { operation, options }: EditRequest,
): PlannedStep | null => {
  const bounds = maskBounds(mask) ?? rectOfSize(source.size);
  const coverage = maskArea(mask) / area(source.size);
  const region = planRegion(bounds, coverage, source.size, capability, options.crop);
  return maskedStep(operation, capability, region, rectOfSize(source.size), 0);
};

/** A call that sends `region` with a mask and gets it back; null where no size fits. */
export const maskedStep = (
  operation: Operation,
  capability: OperationCapability,
  region: Rect,
  known: Rect,
  overlap: number,
): PlannedStep | null => {
  const fit = fitSize(region, capability.size);
  if (!fit) return null;
  return {
    operation,
    transport: capability.transport,
    mask: capability.mask,
    maxFileBytes: capability.maxFileBytes ?? null,
    region,
    work: fit.work,
    size: fit.size,
    margins: null,
    expected: fit.size,
    take: rect(0, 0, fit.work.width, fit.work.height),
    target: region,
    known,
    overlap,
    verifyPlacement: false,
  };
};
