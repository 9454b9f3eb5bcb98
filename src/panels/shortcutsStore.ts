import { createStore } from 'zustand/vanilla';

/** Whether the Shortcuts dialog is open. */
export const shortcutsStore = createStore<{ readonly open: boolean }>(() => ({ open: false }));

export const showShortcuts = (open: boolean): void => shortcutsStore.setState({ open });
