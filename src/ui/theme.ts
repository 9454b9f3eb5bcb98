import { createStore } from 'zustand/vanilla';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The chosen theme; kept in memory only. */
export const themeStore = createStore<{ readonly theme: Theme }>(() => ({ theme: 'system' }));

/** Follows the system, then light, then dark, then the system again. */
export const cycleTheme = (): void =>
  themeStore.setState(({ theme }) => ({ theme: themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system' }));

themeStore.subscribe(({ theme }) => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
});
