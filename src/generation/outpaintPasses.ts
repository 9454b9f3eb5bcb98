import type { Margins } from '../geometry/margins.ts';
import type { NativeOutpaint } from '../providers/contract.ts';

/** More calls than this for one picture are not planned. */
const mostPasses = 8;

/**
 * The margins of each call that together grow a picture by `margins`, for a provider that takes at most so many px on a side.
 * `scale` is how much larger the picture is sent, if it is. Null where it would take too many calls.
 */
export const marginPasses = (
  margins: Margins,
  { maxPerSide = Infinity, step = 1 }: Extract<NativeOutpaint, { kind: 'margins' }>,
  scale: number,
): readonly Margins[] | null => {
  const most = Math.floor((Math.floor(maxPerSide / step) * step) / Math.max(1, scale));
  const passes: Margins[] = [];
  let remaining = margins;
  while (!isNone(remaining)) {
    if (passes.length === mostPasses || most < 1) return null;
    const pass = eachSide(remaining, (length) => Math.min(length, most));
    passes.push(pass);
    remaining = subtract(remaining, pass);
  }
  return passes;
};

/**
 * The calls of a provider that grows a picture in one direction or evenly: one where that is enough. An uneven growth is split into
 * an even one and what is left over on each axis (`native-split`), or null: then the padded picture is repainted.
 */
export const directionPasses = (
  margins: Margins,
  { uneven }: Extract<NativeOutpaint, { kind: 'direction' }>,
): readonly Margins[] | null => {
  const { left, right, top, bottom } = margins;
  if (Object.values(margins).filter((length) => length > 0).length === 1) return [margins];
  if (left === right && top === bottom) return [margins];
  if (uneven === 'pad-inpaint') return null;
  const [sideways, upright] = [Math.min(left, right), Math.min(top, bottom)];
  const even: Margins = { left: sideways, right: sideways, top: upright, bottom: upright };
  const rest = subtract(margins, even);
  const leftovers: readonly Margins[] = [
    { ...none, left: rest.left },
    { ...none, right: rest.right },
    { ...none, top: rest.top },
    { ...none, bottom: rest.bottom },
  ];
  return [even, ...leftovers].filter((pass) => !isNone(pass));
};

const none: Margins = { left: 0, right: 0, top: 0, bottom: 0 };

const isNone = ({ left, right, top, bottom }: Margins): boolean => left + right + top + bottom === 0;

const eachSide = ({ left, right, top, bottom }: Margins, change: (length: number) => number): Margins => ({
  left: change(left),
  right: change(right),
  top: change(top),
  bottom: change(bottom),
});

const subtract = (from: Margins, what: Margins): Margins => ({
  left: from.left - what.left,
  right: from.right - what.right,
  top: from.top - what.top,
  bottom: from.bottom - what.bottom,
});
