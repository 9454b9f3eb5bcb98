import type { Candidate, Generation } from '../document/generation.ts';

export type Result = { readonly generation: Generation; readonly candidate: Candidate };

/** The candidate with that id and the generation that brought it, or null. */
export const resultOf = (generations: readonly Generation[], candidateId: string | null): Result | null => {
  for (const generation of generations) {
    const candidate = generation.candidates.find((each) => each.id === candidateId);
    if (candidate) return { generation, candidate };
  }
  return null;
};
