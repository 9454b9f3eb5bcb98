import { useStore } from 'zustand';
import { findCandidate, type FoundCandidate } from '../canvas/shownPictures.ts';
import { viewStore } from '../canvas/viewStore.ts';
import { documentStore } from '../document/store.ts';

/** The result that is being compared with the source, or null while editing. */
export const useResultInView = (): FoundCandidate | null => {
  const generations = useStore(documentStore, (state) => state.generations);
  const comparing = useStore(viewStore, (state) => state.comparing);
  return findCandidate(generations, comparing);
};
