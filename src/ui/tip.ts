/** What a tooltip says: the control's words, its key, and why it cannot be used now. */
export type Tip = {
  readonly label: string;
  /** Binding in tinykeys form. */
  readonly keys?: string | undefined;
  readonly reason?: string | undefined;
  readonly side?: TipSide | undefined;
};

export type TipSide = 'below' | 'above' | 'right';

/** Attributes that make the one TooltipHost show `tip` for the element that carries them. */
export const tip = ({ label, keys, reason, side }: Tip) => ({
  'data-tip': label,
  'data-tip-keys': keys,
  'data-tip-reason': reason,
  'data-tip-side': side,
});

/** The tip of an element, or null where it carries none. */
export const tipOf = (element: HTMLElement): Tip | null => {
  const { tip: label, tipKeys: keys, tipReason: reason, tipSide: side } = element.dataset;
  if (!label) return null;
  return { label, keys, reason, side: side === 'above' || side === 'right' ? side : 'below' };
};
