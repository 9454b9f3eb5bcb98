import { createStore } from 'zustand/vanilla';

/** What happens to the picture that was last chosen. A failure changes nothing that was open. */
export type Opening =
  | { readonly state: 'idle' }
  | { readonly state: 'opening'; readonly name: string }
  /** One plain sentence, and what to do. */
  | { readonly state: 'failed'; readonly sentence: string; readonly nextStep: string };

export const openingStore = createStore<{ readonly opening: Opening }>(() => ({ opening: { state: 'idle' } }));

export const setOpening = (opening: Opening): void => openingStore.setState({ opening });
