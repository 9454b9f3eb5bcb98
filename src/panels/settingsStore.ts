import { createStore } from 'zustand/vanilla';

export type DownloadFormat = 'png' | 'jpeg' | 'webp';

/** What the request panel holds. Keys are kept apart. */
export type SettingsState = {
  readonly provider: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  /** 0 to maxSeed. */
  readonly seed: number;
  readonly keepSeed: boolean;
  /** quality: 1 to 100, for the formats that lose something. */
  readonly download: { readonly format: DownloadFormat; readonly quality: number };
};

export const maxSeed = 999_999;

export const settingsStore = createStore<SettingsState>(() => ({
  provider: 'on-device',
  prompt: '',
  negativePrompt: '',
  seed: 1,
  keepSeed: false,
  download: { format: 'png', quality: 92 },
}));

/** Any seed, evenly. */
export const randomSeed = (): number => Math.floor(Math.random() * (maxSeed + 1));
