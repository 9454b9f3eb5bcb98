import type { EditDocument } from '../document/editDocument.ts';
import { maskArea, maskBounds } from '../document/tileMask.ts';
import { rectOfSize } from '../geometry/rect.ts';
import { area } from '../geometry/size.ts';
import type { OperationCapability } from '../providers/contract.ts';
import { maskedStep } from './buildStep.ts';
import type { EditRequest } from './editRequest.ts';
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
