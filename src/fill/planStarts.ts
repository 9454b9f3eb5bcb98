import type { LevelPlan } from './planLevels.ts';

/** px of half thickness at which the solutions start: a thin hole keeps the structure, a thick one the texture. */
const startThicknesses = [4, 8, 16];
/** px: solutions from different starts are compared on a level of about this size. */
const comparedSide = 256;

export type StartPlan = {
  /** The levels at which a solution starts, without repetition. */
  readonly starts: readonly number[];
  /** The level down to which each is solved, where they are compared. */
  readonly compared: number;
};

export const planStarts = ({ levels, thickness }: LevelPlan): StartPlan => {
  const coarsest = levels.length - 1;
  const longerSide = Math.max(levels[0]?.width ?? 1, levels[0]?.height ?? 1);
  let compared = 2;
  while (longerSide / 2 ** compared > comparedSide) compared++;
  compared = Math.min(coarsest, compared);
  const starts = startThicknesses.map((startThickness) => {
    let level = coarsest;
    while (level > compared && thickness / 2 ** (level - 1) <= startThickness) level--;
    return level;
  });
  return { starts: [...new Set(starts)], compared };
};
