import { createStore } from 'zustand/vanilla';

/** What the request panel holds. Keys are kept apart. */
export type SettingsState = {
  readonly provider: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed: number;
  readonly keepSeed: boolean;
};

export const settingsStore = createStore<SettingsState>(() => ({
  provider: 'on-device',
  prompt: '',
  negativePrompt: '',
  seed: 1,
  keepSeed: false,
}));
