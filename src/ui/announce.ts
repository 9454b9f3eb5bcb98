import { createStore } from 'zustand/vanilla';

/** What the polite live region says. `count` makes a repeated message a new one. */
export type Announcement = { readonly text: string; readonly count: number };

export const announcementStore = createStore<Announcement>(() => ({ text: '', count: 0 }));

/** Tells people with screen readers what has just happened, without moving the focus. */
export const announce = (text: string): void => announcementStore.setState(({ count }) => ({ text, count: count + 1 }));
