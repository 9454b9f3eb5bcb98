import { createStore } from 'zustand/vanilla';

/** Whether the Review request dialog is open. */
export const reviewStore = createStore<{ readonly open: boolean }>(() => ({ open: false }));

export const showReview = (open: boolean): void => reviewStore.setState({ open });
