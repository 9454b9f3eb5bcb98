import type { EditDocument } from '../document/editDocument.ts';
import { frameOf, marginsOf, type Margins } from '../geometry/margins.ts';
import { intersect, rect, rectOfSize, union, type Rect } from '../geometry/rect.ts';
import { maskBounds } from '../document/tileMask.ts';
import type { Capabilities, NativeOutpaint, OperationCapability } from '../providers/contract.ts';
import { growingStep, maskedStep } from './buildStep.ts';
import type { EditRequest } from './editRequest.ts';
import { fitSize } from './fitSize.ts';
import { directionPasses, marginPasses } from './outpaintPasses.ts';
import type { PlannedStep } from './plan.ts';
import { gainsDetail, planRegion } from './planRegion.ts';

export type OutpaintPlan = {
  readonly strategy: 'native-outpaint' | 'pad-inpaint';
  readonly capability: OperationCapability;
  readonly known: Rect;
  readonly steps: readonly [PlannedStep, ...PlannedStep[]];
};

/**
 * The calls that paint what the frame has beyond the picture: the provider's own outpainting where it fits, else inpainting of the
 * picture padded to the frame. Rectangles are in px of the frame. Null where neither fits.
 */
export const planOutpaint = (
  document: EditDocument,
  { operations }: Capabilities,
  request: EditRequest,
): OutpaintPlan | null => {
  const { frame, source } = document;
  const visible = intersect(frame, rectOfSize(source.size));
  if (!visible) return null;
  const known = rect(visible.x - frame.x, visible.y - frame.y, visible.width, visible.height);
  const own = operations.outpaint;
  const native = own?.outpaint && nativeSteps(known, marginsOf(visible, frame), own, own.outpaint);
  if (own && native) return { strategy: 'native-outpaint', capability: own, known, steps: native };
  const painter = operations.inpaint ?? (own?.outpaint?.kind === 'none' ? own : undefined);
  const padded = painter && padInpaint(document, known, painter, request);
  return painter && padded ? { strategy: 'pad-inpaint', capability: painter, known, steps: [padded] } : null;
};

const nativeSteps = (
  known: Rect,
  margins: Margins,
  capability: OperationCapability,
  native: NativeOutpaint,
): OutpaintPlan['steps'] | null => {
  if (native.kind === 'none') return null;
  const passes =
    native.kind === 'margins'
      ? marginPasses(margins, native, fitSize(known, capability.size)?.scale ?? 1)
      : directionPasses(margins, native);
  const steps: PlannedStep[] = [];
  let grown = known;
  for (const pass of passes ?? []) {
    const step = growingStep(grown, pass, capability, native);
    if (!step) return null;
    steps.push(step);
    grown = step.target;
  }
  const [first, ...others] = steps;
  return first ? [first, ...others] : null;
};

const padInpaint = (
  { frame, mask }: EditDocument,
  known: Rect,
  capability: OperationCapability,
  { options }: EditRequest,
): PlannedStep | null => {
  const overlap = capability.preservesUnmasked === 'exact' ? 0 : overlapOf(known);
  const canvas = rectOfSize(frame);
  const painted = maskBounds(mask);
  const moved =
    painted && intersect(canvas, rect(painted.x - frame.x, painted.y - frame.y, painted.width, painted.height));
  const band = bandBounds(canvas, withoutOverlap(known, canvas, overlap));
  const bounds = moved ? union(band, moved) : band;
  return maskedStep('inpaint', capability, paddedRegion(bounds, frame, capability, options.crop), known, overlap);
};

/** The whole canvas unless the band alone can be sent in more detail. */
const paddedRegion = (
  bounds: Rect,
  canvas: Rect,
  capability: OperationCapability,
  crop: EditRequest['options']['crop'],
): Rect => {
  const whole = rectOfSize(canvas);
  if (capability.transport === 'pixels' || crop !== 'auto') return planRegion(bounds, 1, canvas, capability, crop);
  const cropped = planRegion(bounds, 1, canvas, capability, 'always');
  return gainsDetail(whole, cropped, capability.size) ? cropped : whole;
};

/** px of the picture that are repainted along the new band, so that the seam can blend. */
const overlapOf = ({ width, height }: { readonly width: number; readonly height: number }): number => {
  const shorter = Math.min(width, height);
  return Math.min(64, Math.max(16, Math.round(0.06 * shorter)), Math.floor(shorter / 2));
};

/** The known part less the overlap, on those sides only where the canvas goes on. */
export const withoutOverlap = (known: Rect, canvas: Rect, overlap: number): Rect => {
  const { left, right, top, bottom } = marginsOf(known, canvas);
  const by = (margin: number): number => (margin > 0 ? -overlap : 0);
  return frameOf(known, { left: by(left), right: by(right), top: by(top), bottom: by(bottom) });
};

/** The smallest rectangle around what `canvas` has beyond `known`. */
const bandBounds = (canvas: Rect, known: Rect): Rect => {
  const { left, right, top, bottom } = marginsOf(known, canvas);
  const sides = [
    rect(canvas.x, canvas.y, left, canvas.height),
    rect(known.x + known.width, canvas.y, right, canvas.height),
    rect(canvas.x, canvas.y, canvas.width, top),
    rect(canvas.x, known.y + known.height, canvas.width, bottom),
  ].filter(({ width, height }) => width > 0 && height > 0);
  return sides.reduce((all, side) => union(all, side), sides[0] ?? canvas);
};
