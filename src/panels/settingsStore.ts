import { createStore } from 'zustand/vanilla';
import { noOptions, type ProviderOptions } from '../providers/connectionOf.ts';
import type { Operation, ParameterValue } from '../providers/contract.ts';

export type DownloadFormat = 'png' | 'jpeg' | 'webp';

/** What the user chose for one provider; whatever is missing is the provider's own. */
export type ProviderChoices = {
  /** What is done to the masked part, where the provider can do several things. */
  readonly operation: Operation | null;
  /** How many pictures one generation brings. */
  readonly candidates: number;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly options: ProviderOptions;
  /** For a provider that turns out to want the mask the other way round. */
  readonly invertMask: boolean;
};

/** What the request panel holds. Keys are kept apart. */
export type SettingsState = {
  readonly provider: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  /** What is looked for, where the operation replaces a thing by its name. */
  readonly searchPrompt: string;
  /** 0 to the provider's highest. */
  readonly seed: number;
  readonly keepSeed: boolean;
  /** By provider id. */
  readonly choices: Readonly<Record<string, ProviderChoices>>;
  /** quality: 1 to 100, for the formats that lose something. */
  readonly download: { readonly format: DownloadFormat; readonly quality: number };
};

/** Highest seed that is drawn; every provider that takes seeds takes these. */
const maxDrawn = 999_999;

const noChoices: ProviderChoices = {
  operation: null,
  candidates: 1,
  parameters: {},
  options: noOptions,
  invertMask: false,
};

export const settingsStore = createStore<SettingsState>(() => ({
  provider: 'on-device',
  prompt: '',
  negativePrompt: '',
  searchPrompt: '',
  seed: 1,
  keepSeed: false,
  choices: {},
  download: { format: 'png', quality: 92 },
}));

/** Any seed, evenly. */
export const randomSeed = (): number => Math.floor(Math.random() * (maxDrawn + 1));

export const choicesOf = (state: SettingsState, provider: string): ProviderChoices =>
  state.choices[provider] ?? noChoices;

/** Changes what is chosen for that provider and leaves the others as they are. */
export const choose = (provider: string, change: Partial<ProviderChoices>): void => {
  settingsStore.setState((state) => ({
    choices: { ...state.choices, [provider]: { ...choicesOf(state, provider), ...change } },
  }));
};

/** Sets one parameter of that provider; undefined goes back to the provider's own value. */
export const chooseParameter = (provider: string, key: string, value: ParameterValue | undefined): void => {
  const { [key]: _, ...others } = choicesOf(settingsStore.getState(), provider).parameters;
  choose(provider, { parameters: value === undefined ? others : { ...others, [key]: value } });
};
