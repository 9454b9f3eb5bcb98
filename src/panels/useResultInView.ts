import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import { documentStore } from '../document/store.ts';
import { resultOf, type Result } from './resultOf.ts';

/** The result that is being compared with the source, or null while editing. */
export const useResultInView = (): Result | null => {
  const generations = useStore(documentStore, (state) => state.generations);
  const comparing = useStore(viewStore, (state) => state.comparing);
  return resultOf(generations, comparing);
};
