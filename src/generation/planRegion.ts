import { sourceRegion } from '../fill/sourceRegion.ts';
import { containsRect, inflate, rect, type Rect } from '../geometry/rect.ts';
import { area, type Size } from '../geometry/size.ts';
import type { OperationCapability, SizeRules } from '../providers/contract.ts';
import type { EditOptions } from './editRequest.ts';
import { fitSize } from './fitSize.ts';

/** px: even a small mask needs some surroundings. */
const leastContext = 64;
/** Surroundings on each side, as a share of the mask's longer side. */
const contextShare = 0.25;
/** Share of the picture up to which a provider that changes what is not masked gets only the surroundings. */
const smallMask = 0.25;

/**
 * What of a picture is sent to repaint a mask: the whole, or the mask with its surroundings. Always within the picture, always with
 * all of the mask. `coverage` is the share of the picture's px that the mask has.
 */
export const planRegion = (
  bounds: Rect,
  coverage: number,
  picture: Size,
  capability: OperationCapability,
  crop: EditOptions['crop'],
): Rect => {
  if (capability.transport === 'pixels') return sourceRegion(bounds, picture);
  const whole = rect(0, 0, picture.width, picture.height);
  if (crop === 'never') return whole;
  const cropped = cropRegion(bounds, picture, capability.size);
  if (crop === 'always') return cropped;
  const changesOthers = capability.preservesUnmasked !== 'exact';
  return gainsDetail(whole, cropped, capability.size) || (changesOthers && coverage < smallMask) ? cropped : whole;
};

/** True where the whole picture would have to be reduced, and the crop would not. */
export const gainsDetail = (whole: Rect, cropped: Rect, rules: SizeRules): boolean => {
  const [all, part] = [fitSize(whole, rules), fitSize(cropped, rules)];
  return all !== null && all.scale < 1 && part !== null && part.scale >= 1;
};

/**
 * The mask's bounds with their surroundings: enlarged to the smallest side, the ratio and the multiple that are wanted, as far as
 * the picture goes. Surroundings that would lie beyond the picture's edge are taken on the other side instead.
 */
export const cropRegion = (bounds: Rect, picture: Size, rules: SizeRules): Rect => {
  const context = Math.max(leastContext, Math.round(contextShare * Math.max(bounds.width, bounds.height)));
  const wanted = enlarged(inflate(bounds, context), picture, rules);
  const size = { width: Math.min(wanted.width, picture.width), height: Math.min(wanted.height, picture.height) };
  const region = rect(
    startOf(bounds.x, bounds.width, size.width, picture.width),
    startOf(bounds.y, bounds.height, size.height, picture.height),
    size.width,
    size.height,
  );
  return containsRect(region, bounds) ? region : rect(0, 0, picture.width, picture.height);
};

/** Centres a stretch on the mask's, and moves it inward where it would pass an edge. */
const startOf = (from: number, length: number, wanted: number, most: number): number =>
  Math.max(0, Math.min(most - wanted, Math.round(from + length / 2 - wanted / 2)));

const enlarged = ({ width, height }: Size, picture: Size, rules: SizeRules): Size => {
  const { minSide = 1, minPixels = 1, multipleOf = 1, aspect } = rules;
  let grown = { width: Math.max(width, minSide), height: Math.max(height, minSide) };
  if (aspect) {
    grown = {
      width: Math.max(grown.width, Math.ceil(grown.height * aspect.min)),
      height: Math.max(grown.height, Math.ceil(grown.width / aspect.max)),
    };
  }
  const shortfall = Math.sqrt(Math.max(1, minPixels / area(grown)));
  const toMultiple = (length: number, most: number): number => {
    const up = Math.ceil((length * shortfall) / multipleOf) * multipleOf;
    return up > most && length <= most ? most : up;
  };
  return { width: toMultiple(grown.width, picture.width), height: toMultiple(grown.height, picture.height) };
};
