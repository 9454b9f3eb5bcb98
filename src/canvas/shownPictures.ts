import type { Picture } from '../document/editDocument.ts';
import type { Candidate, Generation } from '../document/generation.ts';
import type { DocumentState } from '../document/store.ts';

export type FoundCandidate = { readonly candidate: Candidate; readonly generation: Generation };

/** The candidate of that id and the generation that brought it, or null. */
export const findCandidate = (generations: readonly Generation[], id: string | null): FoundCandidate | null => {
  for (const generation of generations) {
    const candidate = generation.candidates.find((each) => each.id === id);
    if (candidate) return { candidate, generation };
  }
  return null;
};

/** What the stage shows: the source alone, or a candidate beside the source that it was made from. */
export const shownPictures = (
  state: DocumentState,
  comparing: string | null,
): { readonly before: Picture | null; readonly after: Picture | null } => {
  const found = findCandidate(state.generations, comparing);
  if (found) return { before: found.generation.source, after: found.candidate.picture };
  return { before: state.document?.source ?? null, after: null };
};
