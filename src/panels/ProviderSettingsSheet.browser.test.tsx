import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keyOf, keyStore } from '../storage/keyStore.ts';
import { mount } from './fixtures/mount.tsx';
import { ProviderSettingsSheet } from './ProviderSettingsSheet.tsx';
import { choicesOf, settingsStore } from './settingsStore.ts';

const canary = 'sk-canary-4f1d9c';
const gateway = {
  providers: {
    holysheep: { keyInGateway: false, baseUrl: null, uploads: null, webhooks: false },
    aithriving: { keyInGateway: true, baseUrl: null, uploads: null, webhooks: false },
  },
  publicUrl: null,
  uploads: 'local',
  webhooks: false,
} as const;

let unmount = (): void => undefined;
const onClose = vi.fn(() => unmount());

const open = (config: Parameters<typeof mount>[1] = { gateway }): void => {
  unmount = mount(<ProviderSettingsSheet onClose={onClose} />, config);
};

const keyField = () => page.getByLabelText('API key', { exact: true });
const baseField = () => page.getByRole('textbox', { name: 'Base URL' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const option = (name: RegExp) => page.getByRole('option', { name });

/** Everything where a key must not be: storages, address, markup (but for the value of the field itself), settings. */
const everywhere = async (): Promise<string> => {
  const databases = await indexedDB.databases();
  return JSON.stringify([
    Object.entries(sessionStorage),
    Object.entries(localStorage),
    document.cookie,
    location.href,
    document.documentElement.outerHTML,
    settingsStore.getState(),
    databases,
    performance.getEntriesByType('resource').map(({ name }) => name),
  ]);
};

beforeEach(() => {
  sessionStorage.clear();
  keyStore.setState({ keys: {} });
  settingsStore.setState({ provider: 'holysheep', choices: {} });
  onClose.mockClear();
});

afterEach(() => unmount());

test('a saved key is in memory alone: in no storage, address, markup, setting or log', async () => {
  const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
  open();
  await keyField().fill(canary);
  expect(await everywhere()).not.toContain(canary);
  await button('Save').click();
  expect(onClose).toHaveBeenCalled();
  expect(keyOf('holysheep')).toBe(canary);
  expect(await everywhere()).not.toContain(canary);

  open();
  await expect.element(keyField()).toHaveValue(canary);
  await button('Show key').click();
  await expect.element(keyField()).toHaveAttribute('type', 'text');
  expect(await everywhere()).not.toContain(canary);
  expect(JSON.stringify(logs.flatMap((log) => log.mock.calls))).not.toContain(canary);
  logs.forEach((log) => log.mockRestore());
});

test('"Remember until this tab closes" keeps it in this tab, and Forget key takes it away at once', async () => {
  open();
  await keyField().fill(canary);
  await page.getByRole('checkbox', { name: /Remember until this tab closes/ }).click();
  await button('Save').click();
  expect(Object.entries(sessionStorage)).toEqual([['overpaint.key.holysheep', canary]]);

  open();
  await button('Forget key').click();
  expect(keyOf('holysheep')).toBeNull();
  expect(await everywhere()).not.toContain(canary);
  await expect.element(keyField()).toHaveValue('');
  await expect.element(option(/^HolySheep AI, No key yet$/)).toBeVisible();
});

test('Cancel and Escape change nothing', async () => {
  for (const leave of [() => button('Cancel').click(), () => userEvent.keyboard('{Escape}')]) {
    open();
    await keyField().fill(canary);
    await baseField().fill('https://mirror.example/v1');
    await leave();
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    onClose.mockClear();
    expect(keyOf('holysheep')).toBeNull();
    expect(settingsStore.getState().choices).toEqual({});
  }
});

test('the list says how ready each provider is, and follows what is typed', async () => {
  open();
  await expect.element(option(/^On-device, No key needed$/)).toBeVisible();
  await expect.element(option(/^HolySheep AI, No key yet$/)).toBeVisible();
  await expect.element(option(/^AIThriving, Key in gateway$/)).toBeVisible();
  await keyField().fill(canary);
  await expect.element(option(/^HolySheep AI, Key in this tab$/)).toBeVisible();
});

test.each([
  ['http://api.holysheep.ai/v1', /http works on this computer only/],
  ['not an address', /whole address/],
  ['javascript:alert(1)', /https/],
])('a Base URL like %s is not saved', async (address, words) => {
  open();
  await baseField().fill(address);
  await expect.element(baseField()).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText(words).first()).toBeVisible();
  await button('Save').click();
  expect(onClose).not.toHaveBeenCalled();
  await baseField().fill('http://127.0.0.1:9000/v1/');
  await button('Save').click();
  expect(choicesOf(settingsStore.getState(), 'holysheep').options.baseUrl).toBe('http://127.0.0.1:9000/v1');
});

test('the way of the key is told stop by stop', async () => {
  open();
  const way = () => page.getByText(/The key goes from/);
  await expect.element(way()).toHaveTextContent(/this tab to local gateway to api\.holysheep\.ai and nowhere else/);
  await baseField().fill('https://mirror.example/v1');
  await expect.element(way()).toHaveTextContent(/from this tab to mirror\.example and nowhere else/);
  await option(/^AIThriving/).click();
  await expect.element(way()).toHaveTextContent(/from local gateway to www\.aithriving\.com/);
});

test('settings are rendered from the provider’s data and kept', async () => {
  open();
  await page.getByRole('combobox', { name: 'Dialect' }).selectOptions('edits');
  await page.getByRole('checkbox', { name: 'Invert mask before sending' }).click();
  await button('Save').click();
  const { options, invertMask } = choicesOf(settingsStore.getState(), 'holysheep');
  expect(options.settings).toMatchObject({ dialect: 'edits' });
  expect(options.baseUrl).toBeNull();
  expect(invertMask).toBe(true);
});
