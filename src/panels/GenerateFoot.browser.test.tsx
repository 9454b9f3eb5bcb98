import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { documentOf, type PictureId } from '../document/editDocument.ts';
import { documentStore } from '../document/store.ts';
import { queueStore, type Job } from '../generation/queueStore.ts';
import type { Running } from '../generation/stages.ts';
import { mount } from './fixtures/mount.tsx';
import { GenerateFoot } from './GenerateFoot.tsx';
import { settingsStore } from './settingsStore.ts';

let unmount = (): void => undefined;
let runs: string[];
const source = { id: 'a' as PictureId, size: { width: 40, height: 30 }, hasAlpha: false };

const running: Running = {
  stages: ['preparing', 'uploading', 'waiting', 'downloading', 'blending'],
  stage: 'waiting',
  fraction: 0.5,
  startedAt: performance.now() - 7900,
  stageStartedAt: {
    preparing: performance.now() - 7900,
    uploading: performance.now() - 7600,
    waiting: performance.now() - 6400,
  },
  step: { number: 1, of: 1 },
  retry: null,
  queuePosition: null,
  arrived: { number: 2, of: 4 },
};
const job = (id: string, changes: Partial<Job> = {}): Job => ({
  id,
  provider: { id: 'aithriving', label: 'AIThriving' },
  operation: 'inpaint',
  prompt: 'moss',
  source,
  running,
  ...changes,
});

/** Presses of a command begin or end the one job, as in the app. */
const onRun = (id: string): void => {
  runs.push(id);
  if (id === 'generate') queueStore.setState({ jobs: [job('1')] });
  if (id === 'stop') queueStore.setState({ jobs: [] });
};

beforeEach(() => {
  runs = [];
  documentStore.setState({ document: documentOf(source) });
  settingsStore.setState({ provider: 'on-device', choices: {} });
  queueStore.setState({ jobs: [], problem: null });
});

afterEach(() => {
  unmount();
  documentStore.setState({ document: null });
  queueStore.setState({ jobs: [], problem: null });
});

const generate = () => page.getByRole('button', { name: 'generate', exact: true });
const stop = () => page.getByRole('button', { name: 'stop', exact: true });

test('fifty rapid presses at one place are one request, and none of them is Stop', async () => {
  unmount = mount(<GenerateFoot />, { onRun });
  await expect.element(generate()).toBeVisible();
  const { x, y } = generate().element().getBoundingClientRect();
  const place = { clientX: x + 60, clientY: y + 20, detail: 1, bubbles: true };
  for (let press = 0; press < 50; press++) {
    document.elementFromPoint(place.clientX, place.clientY)?.dispatchEvent(new MouseEvent('click', place));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(runs).toEqual(['generate']);
});

test('Stop works at once by keyboard, and by a press elsewhere or later', async () => {
  unmount = mount(<GenerateFoot />, { onRun });
  await generate().click({ position: { x: 10, y: 10 } });
  stop().element().focus();
  await userEvent.keyboard('{Enter}');
  expect(runs).toEqual(['generate', 'stop']);
});

test('the stages say whom they wait for, and which picture', async () => {
  queueStore.setState({ jobs: [job('1')] });
  unmount = mount(<GenerateFoot />, { onRun });
  await expect.element(page.getByText('Waiting for AIThriving, 3 of 4')).toBeVisible();
  await expect.element(page.getByRole('progressbar', { name: 'Generation' })).toHaveAttribute('aria-valuenow', '50');
  await expect.element(page.getByText(/Stopping may still be billed/)).toBeVisible();
});

test('a retry counts down', async () => {
  queueStore.setState({
    jobs: [job('1', { running: { ...running, retry: { attempt: 2, attempts: 5, at: performance.now() + 3000 } } })],
  });
  unmount = mount(<GenerateFoot />, { onRun });
  await expect.element(page.getByText(/Attempt 2 of 5 in 3\s?s/)).toBeVisible();
  await expect.element(page.getByText(/Attempt 2 of 5 in 2\s?s/)).toBeVisible();
});

test('what waits is listed and can be taken out', async () => {
  const endJob = vi.fn();
  queueStore.setState({ jobs: [job('1'), job('2', { running: null })] });
  unmount = mount(<GenerateFoot />, { onRun, actions: { endJob } });
  await expect.element(page.getByRole('list', { name: 'Queue' })).toHaveTextContent(/Inpaint, AIThriving/);
  await page.getByRole('button', { name: /Remove from queue/ }).click();
  expect(endJob).toHaveBeenCalledWith('2');
  await page.getByRole('button', { name: 'queue', exact: true }).click();
  expect(runs).toEqual(['queue']);
});

test('a failure shows its sentence, the provider’s words, the next step, code and trace; Try again and On-device are there', async () => {
  queueStore.setState({
    problem: {
      sentence: 'HolySheep AI is limiting requests.',
      provider: { id: 'holysheep', label: 'HolySheep AI' },
      providerWords: '429 rate_limit_exceeded',
      nextStep: 'Wait a minute.',
      canRetry: true,
      kind: 'rate-limit',
      status: 429,
      traceId: '7f3a-19c2',
      mayHaveCharged: 'no',
    },
  });
  settingsStore.setState({ provider: 'holysheep' });
  unmount = mount(<GenerateFoot />, { onRun });
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent(/HolySheep AI is limiting requests\./);
  await expect.element(alert).toHaveTextContent(/HolySheep AI said/);
  await expect
    .element(alert)
    .toHaveTextContent(/Wait a minute\. Nothing was billed\. Your picture, mask and prompt are kept\./);
  await expect.element(alert).toHaveTextContent(/E-PROV-429, trace 7f3a-19c2/);
  await alert.getByRole('button', { name: 'retry' }).click();
  await alert.getByRole('button', { name: 'use-on-device' }).click();
  expect(runs).toEqual(['retry', 'use-on-device']);
});
