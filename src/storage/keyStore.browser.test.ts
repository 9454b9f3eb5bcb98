import { beforeEach, expect, test, vi } from 'vitest';
import { forgetKey, keepKey, keyOf, keyStore } from './keyStore.ts';

const canary = 'sk-canary-4f1d9c';

/** Everything that the browser keeps for this page as text. */
const kept = (): string =>
  JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie, location.href]);

beforeEach(() => {
  sessionStorage.clear();
  keyStore.setState({ keys: {} });
});

test('a key is in memory only, unless it shall be remembered', () => {
  keepKey('holysheep', canary, false);
  expect(keyOf('holysheep')).toBe(canary);
  expect(kept()).not.toContain(canary);
});

test('a remembered key is in the storage of this tab and nowhere else, and comes back after a reload', async () => {
  keepKey('holysheep', canary, true);
  expect(Object.entries(sessionStorage)).toEqual([['overpaint.key.holysheep', canary]]);
  expect(JSON.stringify(Object.entries(localStorage)) + document.cookie).not.toContain(canary);
  // The same file under another address is read anew, as after a reload.
  const anew = './keyStore.ts?anew';
  const reloaded = (await import(/* @vite-ignore */ anew)) as { readonly keyStore: typeof keyStore };
  expect(reloaded.keyStore).not.toBe(keyStore);
  expect(reloaded.keyStore.getState().keys).toEqual({ holysheep: { value: canary, remembered: true } });
});

test('unticking takes it out of the storage again', () => {
  keepKey('holysheep', canary, true);
  keepKey('holysheep', canary, false);
  expect(kept()).not.toContain(canary);
  expect(keyOf('holysheep')).toBe(canary);
});

test('forgetting leaves nothing, and other keys alone', () => {
  keepKey('holysheep', canary, true);
  keepKey('aithriving', 'other', true);
  forgetKey('holysheep');
  expect(kept()).not.toContain(canary);
  expect(keyStore.getState().keys).toEqual({ aithriving: { value: 'other', remembered: true } });
});

test('an empty key is a forgotten one', () => {
  keepKey('holysheep', canary, true);
  keepKey('holysheep', '', true);
  expect(keyOf('holysheep')).toBeNull();
  expect(kept()).not.toContain(canary);
});

test('a storage that refuses leaves the key in memory, and says that it is not remembered', () => {
  const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepKey('holysheep', canary, true);
  refuse.mockRestore();
  expect(keyStore.getState().keys).toEqual({ holysheep: { value: canary, remembered: false } });
});
