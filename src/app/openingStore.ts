import { createStore } from 'zustand/vanilla';

/** Whether a file is being opened, or why the last one could not be. */
export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

export const openingStore = createStore<{ readonly state: Opening }>(() => ({ state: { kind: 'idle' } }));
