import type { LevelPlan } from './planLevels.ts';

/** How a start guesses its first colours: from the rim inwards evenly, or along the strongest lines first. */
export type StartKind = 'rim' | 'lines';

/** px of half thickness at which the solutions start: a thin hole keeps the structure, a thick one the texture. */
const wanted: readonly { readonly kind: StartKind; readonly thickness: number }[] = [
  { kind: 'rim', thickness: 4 },
  { kind: 'lines', thickness: 4 },
  { kind: 'lines', thickness: 12 },
  { kind: 'lines', thickness: 24 },
];
/** px: solutions from different starts are compared on a level of about this size. */
const comparedSide = 256;

export type Start = { readonly kind: StartKind; readonly level: number };

export type StartPlan = {
  /** How and at which level a solution starts, without repetition. */
  readonly starts: readonly Start[];
  /** The level down to which each is solved, where they are compared. */
  readonly compared: number;
};

export const planStarts = ({ levels, thickness }: LevelPlan): StartPlan => {
  const coarsest = levels.length - 1;
  const longerSide = Math.max(levels[0]?.width ?? 1, levels[0]?.height ?? 1);
  let compared = 2;
  while (longerSide / 2 ** compared > comparedSide) compared++;
  compared = Math.min(coarsest, compared);
  const starts: Start[] = [];
  for (const { kind, thickness: startThickness } of wanted) {
    let level = coarsest;
    while (level > compared && thickness / 2 ** (level - 1) <= startThickness) level--;
    if (!starts.some((start) => start.kind === kind && start.level === level)) starts.push({ kind, level });
  }
  return { starts, compared };
};
