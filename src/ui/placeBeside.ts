import type { TipSide } from './tip.ts';

/** Space between a floating box and what it belongs to, and the window's edge, CSS px. */
const gap = 6;

export type Place = { readonly left: number; readonly top: number };

type Box = { readonly width: number; readonly height: number };
type Anchor = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Where a box goes so that it is centred on the wanted side of `anchor` and inside the window; below turns above where there is no room, and back. */
export const besideAnchor = (box: Box, anchor: Anchor, side: TipSide, view: Box): Place => {
  const within = (value: number, size: number, room: number): number =>
    Math.max(gap, Math.min(value, room - size - gap));
  if (side === 'right')
    return {
      left: within(anchor.right + gap, box.width, view.width),
      top: within((anchor.top + anchor.bottom - box.height) / 2, box.height, view.height),
    };
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - box.height;
  const wanted = side === 'below' ? below : above;
  const other = side === 'below' ? above : below;
  const fits = (top: number): boolean => top >= gap && top + box.height + gap <= view.height;
  return {
    left: within((anchor.left + anchor.right - box.width) / 2, box.width, view.width),
    top: within(fits(wanted) || !fits(other) ? wanted : other, box.height, view.height),
  };
};

/** Moves a fixed element beside `anchor`; call it when the element has its size. */
export const placeBeside = (element: HTMLElement, anchor: Anchor, side: TipSide): void => {
  const { left, top } = besideAnchor({ width: element.offsetWidth, height: element.offsetHeight }, anchor, side, {
    width: window.innerWidth,
    height: window.innerHeight,
  });
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
};
