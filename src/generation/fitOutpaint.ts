import type { Margins } from '../geometry/margins.ts';
import type { Size } from '../geometry/size.ts';
import type { SizeRules } from '../providers/contract.ts';
import { fitSize, scaled } from './fitSize.ts';

/** How a picture and the margins around it are sent: all px of the image sent. `scale` differs between the axes by less than a multiple. */
export type OutpaintFit = {
  readonly work: Size;
  readonly scale: { readonly x: number; readonly y: number };
  readonly margins: Margins;
};

export type OutpaintRules = SizeRules & {
  readonly step?: number;
  /** Whether the limits hold for the answer too, not only for its longest side. */
  readonly boundAnswer: boolean;
};

/**
 * Fits a picture that the provider grows by itself. A multiple is reached by scaling, never by padding: padding would lie between the
 * picture and the new band. Margins are rounded up to the provider's step; the surplus is cut off later. Null where the picture's own
 * ratio or the limits leave no way.
 */
export const fitOutpaint = (
  known: Size,
  margins: Margins,
  rules: OutpaintRules,
  mostScale = Infinity,
): OutpaintFit | null => {
  if (rules.fixed || !isLegalRatio(known, rules)) return null;
  const free: SizeRules = { ...rules, multipleOf: 1 };
  const alone = fitSize(known, free);
  if (!alone || alone.size.width !== alone.work.width || alone.size.height !== alone.work.height) return null;
  const { maxSide = Infinity, maxPixels = Infinity } = rules;
  const grown = {
    width: known.width + margins.left + margins.right,
    height: known.height + margins.top + margins.bottom,
  };
  const limit = Math.min(
    alone.scale,
    mostScale,
    maxSide / Math.max(grown.width, grown.height),
    rules.boundAnswer ? Math.sqrt(maxPixels / (grown.width * grown.height)) : Infinity,
  );
  for (let scale = limit, tries = 0; tries < 2000; tries++, scale *= 0.999) {
    const fit = fitAt(scale, known, margins, rules);
    if (answerFits(fit, rules)) return keepsMinimum(fit.work, rules) ? fit : null;
  }
  return null;
};

/** The size of the answer to a fit. */
export const answerSize = ({ work, margins }: Pick<OutpaintFit, 'work' | 'margins'>): Size => ({
  width: work.width + margins.left + margins.right,
  height: work.height + margins.top + margins.bottom,
});

const fitAt = (
  scale: number,
  known: Size,
  margins: Margins,
  { multipleOf = 1, step = 1 }: OutpaintRules,
): OutpaintFit => {
  const plain = scaled(known, scale);
  const work = { width: nearestMultiple(plain.width, multipleOf), height: nearestMultiple(plain.height, multipleOf) };
  const [x, y] = [work.width / known.width, work.height / known.height];
  const side = (length: number, factor: number): number =>
    Math.ceil(Number((length * factor).toFixed(6)) / step) * step;
  const { left, right, top, bottom } = margins;
  return {
    work,
    scale: { x, y },
    margins: { left: side(left, x), right: side(right, x), top: side(top, y), bottom: side(bottom, y) },
  };
};

const nearestMultiple = (length: number, multiple: number): number =>
  Math.max(multiple, Math.round(length / multiple) * multiple);

const isLegalRatio = ({ width, height }: Size, { aspect }: SizeRules): boolean =>
  !aspect || (width / height >= aspect.min && width / height <= aspect.max);

const answerFits = (
  fit: OutpaintFit,
  { maxSide = Infinity, maxPixels = Infinity, boundAnswer }: OutpaintRules,
): boolean => {
  const answer = answerSize(fit);
  const bounded = boundAnswer ? answer : fit.work;
  return Math.max(answer.width, answer.height) <= maxSide && bounded.width * bounded.height <= maxPixels;
};

const keepsMinimum = ({ width, height }: Size, { minSide = 1, minPixels = 1 }: SizeRules): boolean =>
  Math.min(width, height) >= minSide && width * height >= minPixels;
