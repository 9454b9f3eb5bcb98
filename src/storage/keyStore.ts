import { createStore } from 'zustand/vanilla';

/** A key that the user typed. `remembered`: it outlives a reload, until this tab closes. */
export type TypedKey = { readonly value: string; readonly remembered: boolean };

export type KeyState = { readonly keys: Readonly<Record<string, TypedKey>> };

const prefix = 'overpaint.key.';

/** Null where the browser refuses: keys then live in memory alone. */
const tabStorage = (): Storage | null => {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
};

const rememberedKeys = (): Readonly<Record<string, TypedKey>> => {
  const storage = tabStorage();
  if (!storage) return {};
  const names = Object.keys(storage).filter((name) => name.startsWith(prefix));
  return Object.fromEntries(
    names.map((name) => [name.slice(prefix.length), { value: storage.getItem(name) ?? '', remembered: true }]),
  );
};

/** The keys of this tab by provider id. In memory only, unless the user ticked "Remember until this tab closes". */
export const keyStore = createStore<KeyState>(() => ({ keys: rememberedKeys() }));

/** Keeps `value` as the key of that provider; an empty one is forgotten. */
export const keepKey = (provider: string, value: string, remembered: boolean): void => {
  if (value === '') return forgetKey(provider);
  keyStore.setState(({ keys }) => ({ keys: { ...keys, [provider]: { value, remembered } } }));
  try {
    if (remembered) tabStorage()?.setItem(prefix + provider, value);
    else tabStorage()?.removeItem(prefix + provider);
  } catch {
    // Full or refused: the key stays in memory, which is what an unticked box would have meant.
    keyStore.setState(({ keys }) => ({ keys: { ...keys, [provider]: { value, remembered: false } } }));
  }
};

/** Removes the key of that provider from memory and from the tab's storage. */
export const forgetKey = (provider: string): void => {
  keyStore.setState(({ keys }) => ({
    keys: Object.fromEntries(Object.entries(keys).filter(([id]) => id !== provider)),
  }));
  tabStorage()?.removeItem(prefix + provider);
};

/** The key typed for that provider, or null. */
export const keyOf = (provider: string): string | null => keyStore.getState().keys[provider]?.value ?? null;
