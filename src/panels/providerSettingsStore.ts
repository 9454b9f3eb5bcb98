import { createStore } from 'zustand/vanilla';

/** Whether the Provider settings dialog is open. */
export const providerSettingsStore = createStore<{ readonly open: boolean }>(() => ({ open: false }));

export const showProviderSettings = (open: boolean): void => providerSettingsStore.setState({ open });
