import { expect, test } from 'vitest';
import type { Connection, Operation, PlanStep } from '../contract.ts';
import { exampleStep } from '../fixtures/exampleStep.ts';
import { png, pngText } from '../fixtures/pictures.ts';
import { CANARY, json, scriptedCall, sentJson, type Scripted } from '../fixtures/scriptedCall.ts';
import { capabilities } from './capabilities.ts';
import { holySheep } from './holySheep.ts';
import { directionOf } from './requestFields.ts';
import { routes } from './routes.ts';

const done = json({ data: [{ b64_json: pngText }] });
const connection = (settings: Connection['settings'] = {}) => ({ baseUrl: routes.baseUrl, settings });

const edit = async (
  operation: Operation,
  changes: Partial<PlanStep> = {},
  script: readonly Scripted[] = [done],
  settings: Connection['settings'] = {},
) => {
  const call = scriptedCall(script, connection(settings));
  const outcome = await holySheep.edit(exampleStep(operation, changes), call).catch((error: unknown) => error);
  return { call, outcome, body: sentJson(call.requests[0]) };
};

test('inpainting sends exactly the documented fields', async () => {
  const { call, body } = await edit('inpaint', { parameters: { guidance_scale: 9, num_inference_steps: 30 } });
  expect(call.requests[0]).toMatchObject({
    url: 'https://api.holysheep.ai/v1/images/inpaint',
    init: { method: 'POST' },
  });
  expect(call.requests[0]!.headers.get('authorization')).toBe(`Bearer ${CANARY}`);
  expect(body).toEqual({
    model: 'image-edit-inpaint-v2',
    image: pngText,
    mask: pngText,
    prompt: 'a stone bridge',
    guidance_scale: 9,
    num_inference_steps: 30,
    seed: 7,
  });
});

test('without choices the values of the vendor’s sample are sent, and null for a random seed', async () => {
  expect((await edit('inpaint', { seed: null })).body).toMatchObject({
    guidance_scale: 7.5,
    num_inference_steps: 20,
    seed: null,
  });
});

test('outpainting sends a direction and the size of the whole', async () => {
  const { call, body } = await edit('outpaint', { margins: { left: 0, right: 0, top: 32, bottom: 0 } });
  expect(call.requests[0]!.url).toBe('https://api.holysheep.ai/v1/images/outpaint');
  expect(body).toEqual({
    model: 'image-edit-outpaint-v2',
    image: pngText,
    direction: 'top',
    target_width: 64,
    target_height: 96,
    prompt: 'a stone bridge',
    match_aspect_ratio: false,
    blend_edges: true,
    seed: 7,
  });
  const all = await edit('outpaint', { margins: { left: 10, right: 10, top: 5, bottom: 5 } });
  expect(all.body).toMatchObject({ direction: 'all', target_width: 84, target_height: 74 });
});

test.each([
  [[8, 0, 0, 0], 'left'],
  [[0, 8, 0, 0], 'right'],
  [[0, 0, 8, 0], 'top'],
  [[0, 0, 0, 8], 'bottom'],
  [[8, 8, 4, 4], 'all'],
  [[8, 8, 0, 0], 'all'],
  [[0, 0, 4, 4], 'all'],
] as const)('margins left, right, top, bottom %j are the direction %s', ([left, right, top, bottom], direction) => {
  expect(directionOf({ left, right, top, bottom })).toBe(direction);
});

test.each([
  [0, 0, 0, 0],
  [8, 4, 0, 0],
  [8, 0, 4, 0],
  [8, 8, 4, 0],
  [-8, 0, 0, 0],
  [-8, -8, 4, 4],
  [0.5, 0, 0, 0],
])('margins %i, %i, %i, %i have no direction, and nothing is sent', async (left, right, top, bottom) => {
  const { call, outcome } = await edit('outpaint', { margins: { left, right, top, bottom } });
  expect(outcome).toMatchObject({ kind: 'unsupported', facts: { mayHaveCharged: 'no' } });
  expect(call.requests).toHaveLength(0);
});

test('the second dialect sends data URLs and its own names, and takes an address for an answer', async () => {
  const script = [json({ data: [{ url: 'https://cdn.holysheep.ai/1.png' }] }), new Response(png)];
  const changes = { negativePrompt: 'cars', parameters: { strength: 0.6 } };
  const { call, body, outcome } = await edit('inpaint', changes, script, { dialect: 'edits' });
  expect(call.requests.map(({ url }) => url)).toEqual([
    'https://api.holysheep.ai/v1/images/edits',
    'https://cdn.holysheep.ai/1.png',
  ]);
  expect(body).toEqual({
    model: 'sd-xl-inpainting',
    image: `data:image/png;base64,${pngText}`,
    mask: `data:image/png;base64,${pngText}`,
    prompt: 'a stone bridge',
    negative_prompt: 'cars',
    strength: 0.6,
    response_format: 'url',
  });
  expect(outcome).toMatchObject({ images: [{ kind: 'file', seed: null }] });
});

test.each([
  { data: [{ b64_json: `data:image/png;base64,${pngText}` }] },
  { data: [{ url: `data:image/png;base64,${pngText}` }] },
  { data: [{ b64_json: null, url: 'https://cdn.holysheep.ai/1.png' }] },
])('the answer form %# is taken in both dialects', async (answer) => {
  for (const dialect of ['v1', 'edits'])
    expect((await edit('inpaint', {}, [json(answer), new Response(png)], { dialect })).outcome).toHaveProperty(
      'images.length',
      1,
    );
});

test('a rate limit is met with exactly five calls and waits of 1, 2, 4 and 8 s, give or take a quarter', async () => {
  const { call, outcome } = await edit('inpaint', {}, [json({ error: 'Rate limit exceeded' }, 429)]);
  expect(outcome).toMatchObject({
    kind: 'rate-limit',
    facts: { mayHaveCharged: 'no', providerWords: 'Rate limit exceeded' },
  });
  expect(call.requests).toHaveLength(5);
  expect(call.waits).toHaveLength(4);
  call.waits.forEach((ms, index) => {
    expect(ms).toBeGreaterThanOrEqual(750 * 2 ** index);
    expect(ms).toBeLessThanOrEqual(1250 * 2 ** index);
  });
  expect(call.progress.filter(({ stage }) => stage === 'retrying')).toEqual(
    call.waits.map((waitMs, index) => ({ stage: 'retrying', attempt: index + 2, attempts: 5, waitMs })),
  );
});

test('after a 500 it is tried once more, then the picture is suspected', async () => {
  const broken = json({ error: 'internal' }, 500);
  expect((await edit('inpaint', {}, [broken, done])).outcome).toHaveProperty('images.length', 1);
  const { call, outcome } = await edit('inpaint', {}, [broken, broken, done]);
  expect(call.requests).toHaveLength(2);
  expect(outcome).toMatchObject({ kind: 'validation', facts: { status: 500, mayHaveCharged: 'unknown' } });
  const between = await edit('inpaint', {}, [broken, json({}, 429), broken, done]);
  expect(between.call.requests).toHaveLength(3);
});

test.each([
  ['a file of more than 20 MiB', { bytes: new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]) }, 'payload-too-large'],
  ['bytes that are no picture', { bytes: new Blob(['hello']) }, 'validation'],
  ['a picture that breaks off', { bytes: new Blob([png.slice(0, 50)]) }, 'validation'],
  ['a format that is not the stated one', { format: 'jpeg' }, 'validation'],
] as const)('%s is refused before anything is sent', async (_, change, kind) => {
  for (const role of ['image', 'mask']) {
    const files = exampleStep('inpaint').files.map((file) => (file.role === role ? { ...file, ...change } : file));
    const { call, outcome } = await edit('inpaint', { files });
    expect(outcome).toMatchObject({ kind, facts: { mayHaveCharged: 'no' } });
    expect(call.requests).toHaveLength(0);
  }
});

test('a mask of another size than the image is refused before anything is sent', async () => {
  const files = exampleStep('inpaint').files.map((file) =>
    file.role === 'mask' ? { ...file, size: { width: 64, height: 63 } } : file,
  );
  const { call, outcome } = await edit('inpaint', { files });
  expect([call.requests.length, outcome]).toEqual([0, expect.objectContaining({ kind: 'validation' })]);
});

test('options outside their range are refused before anything is sent', async () => {
  for (const parameters of [
    { guidance_scale: 21 },
    { num_inference_steps: 0 },
    { num_inference_steps: 2.5 },
    { guidance_scale: '7' },
  ]) {
    const { call, outcome } = await edit('inpaint', { parameters });
    expect([call.requests.length, outcome]).toEqual([0, expect.objectContaining({ kind: 'validation' })]);
  }
});

test('the vendor’s own words about a mask of the wrong size are shown', async () => {
  const error = 'mask dimensions (512x512) != image dimensions (1024x1024)';
  expect((await edit('inpaint', {}, [json({ error }, 400)])).outcome).toMatchObject({
    kind: 'validation',
    facts: { providerWords: error },
  });
});

test('only 200 is a success for a call that is waited for', async () => {
  expect((await edit('inpaint', {}, [json({ data: [{ b64_json: pngText }] }, 201)])).outcome).toMatchObject({
    kind: 'malformed',
  });
});

const asynchronous = (
  events: readonly unknown[],
  script: readonly Scripted[] = [json({ job_id: 'j1' }, 202), new Response(png)],
) => {
  const listened: string[] = [];
  const arrival = (jobId: string) => {
    const event = events[listened.length];
    listened.push(jobId);
    return Promise.resolve(event);
  };
  const call = scriptedCall(script, connection({ delivery: 'webhook' }), {
    webhook: { url: 'https://app.example/api/webhooks/holysheep/n', arrival },
  });
  return { call, listened };
};

test('a job is submitted once, announced, and its webhook listened for over reports that it is at work', async () => {
  const completed = { job_id: 'j1', status: 'completed', result: { url: 'https://cdn.example/r.png' } };
  const { call, listened } = asynchronous([{ job_id: 'j1', status: 'processing' }, completed]);
  const result = await holySheep.edit(exampleStep('inpaint'), call);
  expect(result.images).toHaveLength(1);
  expect(call.requests.map(({ url }) => url)).toEqual([
    'https://api.holysheep.ai/v1/images/edit/async',
    'https://cdn.example/r.png',
  ]);
  expect(sentJson(call.requests[0])).toEqual({
    job_type: 'inpaint',
    async: true,
    webhook_url: 'https://app.example/api/webhooks/holysheep/n',
    metadata: { submitted_via: 'overpaint' },
    model: 'image-edit-inpaint-v2',
    image: pngText,
    mask: pngText,
    prompt: 'a stone bridge',
    guidance_scale: 7.5,
    num_inference_steps: 20,
    seed: 7,
  });
  expect(call.jobs).toEqual([{ provider: 'holysheep', id: 'j1', submittedAt: expect.any(Number) as number }]);
  expect(listened).toEqual(['j1', 'j1']);
});

test.each([
  [{ message: 'no GPU left' }, 'provider', 'no GPU left'],
  ['no GPU left', 'provider', 'no GPU left'],
  [{ message: 'Blocked by content policy' }, 'moderation', 'Blocked by content policy'],
  [undefined, 'provider', undefined],
])('a job that failed with %j says so', async (error, kind, words) => {
  const { call } = asynchronous([{ job_id: 'j1', status: 'failed', error }]);
  const outcome = await holySheep.edit(exampleStep('inpaint'), call).catch((thrown: unknown) => thrown);
  expect(outcome).toMatchObject({ kind, facts: { mayHaveCharged: 'unknown' } });
  expect((outcome as { facts: { providerWords?: string } }).facts.providerWords).toBe(words);
});

test('a job is taken up again by listening, never by another submission', async () => {
  const completed = { job_id: 'j1', status: 'completed', result: { url: 'https://cdn.example/r.png' } };
  const { call, listened } = asynchronous([completed], [new Response(png)]);
  const result = await holySheep.resume!({ provider: 'holysheep', id: 'j1', submittedAt: 0 }, call);
  expect(result.images).toHaveLength(1);
  expect(call.requests.map(({ init }) => init.method)).toEqual(['GET']);
  expect(listened).toEqual(['j1']);
});

test('without a receiver the answer is waited for, and that is said', async () => {
  const { call, outcome } = await edit('inpaint', {}, [done], { delivery: 'webhook' });
  expect(call.requests[0]!.url).toMatch(/inpaint$/);
  expect(outcome).toMatchObject({ warnings: [expect.stringContaining('webhook') as string] });
});

test('Stop ends the wait for a webhook', async () => {
  const call = scriptedCall([json({ job_id: 'j1' }, 202)], connection({ delivery: 'webhook' }), {
    webhook: { url: 'https://app.example/w', arrival: () => new Promise(() => undefined) },
  });
  setTimeout(() => call.controller.abort('stopped'), 5);
  await expect(holySheep.edit(exampleStep('inpaint'), call)).rejects.toBe('stopped');
});

test.each([
  [1024, 1024, 0.08],
  [1025, 1024, 0.16],
  [1920, 1080, 0.32],
  [3000, 3000, 0.72],
])('outpainting to %i × %i is estimated at 0.08 to %d USD', (width, height, high) => {
  const cost = capabilities({}).cost('outpaint', { width: 64, height: 64 }, { width, height });
  expect(cost).toMatchObject({ kind: 'estimate', unit: 'USD', low: 0.08, high });
  expect(capabilities({}).cost('inpaint', { width, height }, { width, height }).kind).toBe('unknown');
});
