import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Generation } from '../document/generation.ts';
import { acceptCandidate, documentStore, openDocument } from '../document/store.ts';
import { rect } from '../geometry/rect.ts';
import type { EditProvider, PlanStep, ProviderResult } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { wait } from '../providers/wait.ts';
import { requestOf } from './editRequest.ts';
import { capabilitiesOf } from './fixtures/capabilityOf.ts';
import { openedPicture } from './fixtures/openedPicture.ts';
import { paintingProvider } from './fixtures/paintingProvider.ts';
import type { Order } from './order.ts';
import { queueStore, showProblem } from './queueStore.ts';
import { useGenerate, type UseGenerate } from './useGenerate.ts';

const size = { width: 300, height: 200 };

let root: Root;
let current: UseGenerate | null = null;
let done: Generation[];
let provider: EditProvider;
/** The calls that have come and wait for the test's answer. */
let calls: { readonly step: PlanStep; readonly answer: (failure?: Error) => Promise<void> }[];

const hook: UseGenerate = {
  start: (order) => used().start(order),
  resume: (order) => used().resume(order),
  stop: (id) => used().stop(id),
};

const used = (): UseGenerate => {
  if (!current) throw new Error('Not mounted.');
  return current;
};

const Host = () => {
  const generate = useGenerate((generation) => done.push(generation));
  useEffect(() => {
    current = generate;
  });
  return null;
};

const orderFor = (prompt: string, seed = 1): Order => {
  const { document } = documentStore.getState();
  if (!document) throw new Error('Nothing is open.');
  const call = {
    connection: { baseUrl: '', apiKey: null, settings: {} },
    fetch: () => Promise.reject(new Error('No.')),
    wait,
  };
  return { document, provider, request: requestOf({ prompt, seed }), call };
};

beforeEach(async () => {
  done = [];
  calls = [];
  const painting = paintingProvider(capabilitiesOf({ concurrency: 1 }));
  provider = painting.provider;
  provider.edit = (step) =>
    new Promise<ProviderResult>((resolve, reject) => {
      const answer = async (failure?: Error): Promise<void> =>
        failure ? reject(failure) : resolve(await painting.answer(step));
      calls.push({ step, answer });
    });
  const { document: opened, file } = await openedPicture(size, rect(100, 80, 60, 40));
  openDocument({ name: 'scene.png', type: 'image/png', bytes: file }, opened.source);
  documentStore.setState({ document: opened });
  showProblem(null);
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <Host />
    </QueryClientProvider>,
  );
  await expect.poll(() => current).not.toBeNull();
});

afterEach(() => {
  while (hook.stop() !== null);
  root.unmount();
  current = null;
  document.body.replaceChildren();
});

const jobs = () => queueStore.getState().jobs;

test('fifty fast presses are one request, whatever seed each one rolled', async () => {
  const begun = Array.from({ length: 50 }, (_, seed) => hook.start(orderFor('a boat', seed)));
  expect(begun.filter(Boolean)).toHaveLength(1);
  await expect.poll(() => calls.length).toBe(1);
  expect(jobs()).toHaveLength(1);
  await calls[0]?.answer();
  await expect.poll(() => done.length).toBe(1);
  // The press that comes just after it has ended was still meant for it.
  expect(jobs()).toEqual([]);
  expect(calls).toHaveLength(1);
});

test('another request waits for its turn; its result goes to the strip though the source has changed meanwhile', async () => {
  hook.start(orderFor('a boat'));
  hook.start(orderFor('an island'));
  await expect.poll(() => calls.length).toBe(1);
  expect(jobs().map(({ prompt, running }) => [prompt, running !== null])).toEqual([
    ['a boat', true],
    ['an island', false],
  ]);
  await calls[0]?.answer();
  await expect.poll(() => calls.length).toBe(2);
  const [first] = documentStore.getState().generations;
  if (first?.candidates[0]) acceptCandidate(first.candidates[0]);
  await calls[1]?.answer();
  await expect.poll(() => done.length).toBe(2);
  expect(documentStore.getState().generations.map(({ prompt }) => prompt)).toEqual(['a boat', 'an island']);
  expect(calls.map(({ step }) => step.prompt)).toEqual(['a boat', 'an island']);
});

test('Stop ends at once and says whether it may be billed; one that waits was never sent', async () => {
  hook.start(orderFor('a boat'));
  hook.start(orderFor('an island'));
  await expect.poll(() => calls.length).toBe(1);
  expect(hook.stop(jobs()[1]?.id)).toContain('nothing is billed');
  const before = performance.now();
  expect(hook.stop()).toContain('may still bill');
  await expect.poll(() => jobs().length).toBe(0);
  expect(performance.now() - before).toBeLessThan(1000);
  await calls[0]?.answer();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([done.length, documentStore.getState().generations.length, calls.length]).toEqual([0, 0, 1]);
  expect(queueStore.getState().problem).toBeNull();
  expect(hook.stop()).toBeNull();
});

test('a failure is shown and never repeated by itself', async () => {
  hook.start(orderFor('a boat'));
  await expect.poll(() => calls.length).toBe(1);
  await calls[0]?.answer(new ProviderError('network', 'It broke off.', 'Look.', { mayHaveCharged: 'unknown' }));
  await expect
    .poll(() => queueStore.getState().problem)
    .toMatchObject({
      sentence: 'It broke off.',
      kind: 'network',
      mayHaveCharged: 'unknown',
      provider: { id: 'painter' },
    });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(calls).toHaveLength(1);
  expect(hook.start(orderFor('a boat'))).toBe(true);
});

test('another file ends what is being made for the one before', async () => {
  hook.start(orderFor('a boat'));
  await expect.poll(() => calls.length).toBe(1);
  const { document: next, file } = await openedPicture(size, null);
  openDocument({ name: 'next.png', type: 'image/png', bytes: file }, next.source);
  await expect.poll(() => jobs().length).toBe(0);
  await calls[0]?.answer();
  expect(documentStore.getState().generations).toEqual([]);
});
