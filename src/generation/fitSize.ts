import { area, type Size } from '../geometry/size.ts';
import type { SizeRules } from '../providers/contract.ts';

/** How a region is sent: scaled to `work`, and padded on the right and at the bottom to `size`. All px; `scale` is work / region. */
export type Fit = { readonly scale: number; readonly work: Size; readonly size: Size };

/** By how much the scale is lowered until padding fits under a maximum. */
const scaleStep = 0.999;
const mostSteps = 10_000;

/**
 * The largest size of a region that a provider takes: 1:1 where it can be, else reduced, else enlarged; what scaling can't reach
 * (a multiple, a ratio, a smallest side) is padded. `mostScale` lowers it further, for a file that has become too large.
 * Null where the rules contradict each other for this region.
 */
export const fitSize = (region: Size, rules: SizeRules, mostScale = Infinity): Fit | null => {
  if (rules.fixed && rules.fixed.length > 0) return fitFixed(region, rules.fixed);
  let scale = Math.min(startScale(region, rules), mostScale);
  for (let step = 0; step < mostSteps; step++, scale *= scaleStep) {
    const work = scaled(region, scale);
    const size = padded(work, rules);
    if (withinMaximum(size, rules)) return { scale, work, size };
  }
  return null;
};

/** Rounded down when reducing and up when enlarging: the first keeps under the maximum, the other over the minimum. */
export const scaled = ({ width, height }: Size, scale: number): Size => {
  const round = scale < 1 ? Math.floor : Math.ceil;
  // A product like 0.1 * 30 must not be rounded up because of its last binary digit.
  const side = (length: number): number => Math.max(1, round(Number((length * scale).toFixed(6))));
  return { width: side(width), height: side(height) };
};

const startScale = (region: Size, rules: SizeRules): number => {
  const most = mostScaleOf(region, rules);
  const reduced = Math.min(1, most);
  const least = Math.max(
    (rules.minSide ?? 0) / Math.min(region.width, region.height),
    Math.sqrt((rules.minPixels ?? 0) / area(region)),
  );
  // An extreme ratio can't be both: it stays as large as it may be, and its short side is padded.
  return least > reduced && least <= most ? least : reduced;
};

const mostScaleOf = (region: Size, { maxSide = Infinity, maxPixels = Infinity }: SizeRules): number =>
  Math.min(maxSide / Math.max(region.width, region.height), Math.sqrt(maxPixels / area(region)));

const withinMaximum = (size: Size, { maxSide = Infinity, maxPixels = Infinity }: SizeRules): boolean =>
  Math.max(size.width, size.height) <= maxSide && area(size) <= maxPixels;

const padded = (work: Size, { minSide = 1, minPixels = 1, multipleOf = 1, aspect }: SizeRules): Size => {
  const up = (length: number): number => Math.ceil(length / multipleOf) * multipleOf;
  let width = up(Math.max(work.width, minSide));
  let height = up(Math.max(work.height, minSide));
  if (aspect && width < height * aspect.min) width = up(height * aspect.min);
  if (aspect && width > height * aspect.max) height = up(width / aspect.max);
  if (width * height < minPixels && width <= height) width = up(minPixels / height);
  if (width * height < minPixels) height = up(minPixels / width);
  return { width, height };
};

/** The size of the closest ratio, of several the largest; the region is scaled to fit into it. */
const fitFixed = (region: Size, sizes: readonly Size[]): Fit | null => {
  const away = ({ width, height }: Size): number =>
    Math.abs(Math.log(width / height) - Math.log(region.width / region.height));
  const [size] = [...sizes].sort((a, b) => away(a) - away(b) || area(b) - area(a));
  if (!size) return null;
  const scale = Math.min(size.width / region.width, size.height / region.height);
  const side = (length: number, most: number): number => Math.max(1, Math.min(most, Math.round(length * scale)));
  return { scale, work: { width: side(region.width, size.width), height: side(region.height, size.height) }, size };
};
