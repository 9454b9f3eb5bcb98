import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { Inset } from './worldTransform.ts';
import type { CompareMode } from './viewStore.ts';

/** How the before and after canvases are shown together. Nothing is drawn again for it: clip-path, blending and visibility do it. */
export type Comparison =
  | { readonly kind: 'none' }
  | {
      readonly kind: CompareMode;
      readonly position: number;
      readonly showOriginal: boolean;
      readonly flickOff: boolean;
    };

export type CompareElements = {
  readonly before: HTMLCanvasElement;
  readonly after: HTMLCanvasElement;
  readonly world: HTMLElement;
};

/** The difference is multiplied by this so that small changes are seen. */
const differenceGain = 6;

/** Shows the comparison on canvases that were drawn for `drawn` (a stage viewport). */
export const showComparison = (
  { before, after, world }: CompareElements,
  comparison: Comparison,
  frame: Rect,
  drawn: Viewport,
  stage: Size,
  inset: Inset,
): void => {
  const middle = inset.x + stage.width / 2;
  const sideBySide = comparison.kind === 'side-by-side';
  const difference = comparison.kind === 'difference' && !comparison.showOriginal;
  before.style.clipPath = sideBySide ? `inset(0 calc(100% - ${middle}px) 0 0)` : '';
  after.style.clipPath = afterClip(comparison, frame, drawn, inset.x, middle);
  after.style.visibility = isAfterHidden(comparison) ? 'hidden' : '';
  after.style.mixBlendMode = difference ? 'difference' : '';
  world.style.filter = difference ? `brightness(${differenceGain})` : '';
};

/** Each half of a side-by-side view shows what the middle of the stage would show. */
export const paneShift = (comparison: Comparison, stage: Size): number =>
  comparison.kind === 'side-by-side' ? stage.width / 4 : 0;

const isAfterHidden = (comparison: Comparison): boolean => {
  if (comparison.kind === 'none') return true;
  if (comparison.kind === 'side-by-side') return false;
  return comparison.showOriginal || (comparison.kind === 'flicker' && comparison.flickOff);
};

const afterClip = (comparison: Comparison, frame: Rect, drawn: Viewport, insetX: number, middle: number): string => {
  switch (comparison.kind) {
    case 'side-by-side':
      return `inset(0 0 0 ${middle}px)`;
    case 'slider': {
      const divider = insetX + drawn.x + (frame.x + (frame.width * comparison.position) / 100) * drawn.scale;
      return `inset(0 0 0 ${divider}px)`;
    }
    case 'none':
    case 'flicker':
    case 'difference':
      return '';
  }
};
