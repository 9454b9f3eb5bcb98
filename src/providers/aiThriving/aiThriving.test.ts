import { expect, test } from 'vitest';
import type { Connection, Operation, PlanStep } from '../contract.ts';
import { exampleStep } from '../fixtures/exampleStep.ts';
import { png, pngText } from '../fixtures/pictures.ts';
import { CANARY, json, scriptedCall, type Scripted } from '../fixtures/scriptedCall.ts';
import { aiThriving } from './aiThriving.ts';
import { capabilities } from './capabilities.ts';
import { routes } from './routes.ts';

const envelope = (code: unknown, message: unknown, data?: unknown) => json({ code, message, data });
const done = envelope(0, 'success', { image: pngText, seed: 1234 });

const edit = async (
  operation: Operation,
  changes: Partial<PlanStep> = {},
  script: readonly Scripted[] = [done],
  settings: Connection['settings'] = {},
) => {
  const call = scriptedCall(script, { baseUrl: routes.baseUrl, settings });
  const outcome = await aiThriving.edit(exampleStep(operation, changes), call).catch((error: unknown) => error);
  const form = call.requests[0]?.init.body;
  const fields = form instanceof FormData ? [...form] : [];
  const shown = fields.map(([name, value]) => [
    name,
    value instanceof File ? `${value.name} ${value.type} ${value.size}` : value,
  ]);
  return { call, outcome, fields: shown };
};

const IMAGE = ['image', `image.png image/png ${png.length}`];
const MASK = ['mask', `mask.png image/png ${png.length}`];

test('inpainting sends a form with the bare token', async () => {
  const { call, fields } = await edit('inpaint', { negativePrompt: 'cars' });
  expect(call.requests[0]).toMatchObject({
    url: 'https://www.aithriving.com/api/edit/inpaint',
    init: { method: 'POST' },
  });
  expect([...call.requests[0]!.headers]).toEqual([['authorization', CANARY]]);
  expect(fields).toEqual([
    IMAGE,
    MASK,
    ['prompt', 'a stone bridge'],
    ['negative_prompt', 'cars'],
    ['output_format', 'png'],
    ['seed', '7'],
  ]);
});

test('the header of the vendor’s table is used instead where it is chosen, never both', async () => {
  const { call } = await edit('inpaint', {}, [done], { authHeader: 'Authentication' });
  expect([...call.requests[0]!.headers]).toEqual([['authentication', CANARY]]);
});

test('outpainting speaks of left, right, up and down, and names only sides that grow', async () => {
  const changes = {
    margins: { left: 3, right: 0, top: 20, bottom: 2000 },
    parameters: { creativity: 0.1 + 0.2, output_format: 'webp' },
    seed: null,
    prompt: '',
    negativePrompt: 'not for outpainting',
  };
  expect((await edit('outpaint', changes)).fields).toEqual([
    IMAGE,
    ['left', '3'],
    ['up', '20'],
    ['down', '2000'],
    ['creativity', '0.3'],
    ['output_format', 'webp'],
  ]);
  expect((await edit('outpaint')).fields.map(([name]) => name)).not.toContain('creativity');
});

test('erasing sends no prompt; searching and replacing sends both prompts and no mask', async () => {
  expect((await edit('erase')).fields).toEqual([IMAGE, MASK, ['output_format', 'png'], ['seed', '7']]);
  const { call, fields } = await edit('search-and-replace');
  expect(call.requests[0]!.url).toBe('https://www.aithriving.com/api/edit/search-and-replace');
  expect(fields).toEqual([
    IMAGE,
    ['prompt', 'a stone bridge'],
    ['search_prompt', 'the car'],
    ['output_format', 'png'],
    ['seed', '7'],
  ]);
});

test.each<[unknown, number | null]>([
  [{ image: pngText, seed: 1234 }, 1234],
  [{ image: pngText, seed: '99' }, 99],
  [{ image: pngText }, 7],
  [{ image: pngText, seed: 'random' }, 7],
  [{ image: `data:image/png;base64,${pngText}` }, 7],
  [pngText, 7],
  [` data:image/png;base64,\n${pngText}\n`, 7],
])('data form %# brings its picture with the seed %j', async (data, seed) => {
  for (const code of [0, '0'])
    expect((await edit('inpaint', {}, [envelope(code, 'success', data)])).outcome).toMatchObject({
      images: [{ seed }],
    });
});

test.each([
  ['Insufficient credits, login to top up', 'quota'],
  ['Your balance is too low', 'quota'],
  ['The prompt was flagged by moderation', 'moderation'],
  ['Content policy', 'moderation'],
  ['Requests are too frequent', 'rate-limit'],
  ['Too many requests', 'rate-limit'],
  ['Unauthorized', 'auth'],
  ['Invalid API key', 'auth'],
  ['Please login', 'auth'],
  ['Parameter prompt is required', 'validation'],
  ['Wrong image dimensions', 'validation'],
  ['Something broke', 'provider'],
  [null, 'provider'],
  [{ text: 'x' }, 'provider'],
])('code -1 with %j is %s and was not charged', async (message, kind) => {
  const { outcome } = await edit('inpaint', {}, [envelope(-1, message)]);
  expect(outcome).toMatchObject({ kind, facts: { mayHaveCharged: 'no' } });
});

test('a rate limit told in words is waited for as told', async () => {
  const { call, outcome } = await edit('inpaint', {}, [
    envelope(-1, 'Too many requests, try again in 4 seconds'),
    done,
  ]);
  expect(outcome).toHaveProperty('images.length', 1);
  expect(call.waits).toEqual([4000]);
});

test('code 401 in the envelope is what status 401 would be', async () => {
  expect((await edit('inpaint', {}, [envelope(401, 'no')])).outcome).toMatchObject({ kind: 'auth' });
});

test.each([null, '', {}, { image: '' }, { image: null }])('success with the data %j holds no picture', async (data) => {
  expect((await edit('inpaint', {}, [envelope(0, 'queue full', data)])).outcome).toMatchObject({ kind: 'malformed' });
});

test.each([201, 202, 206])('status %i is no success', async (status) => {
  const answer = json({ code: 0, message: 'success', data: pngText }, status);
  expect((await edit('inpaint', {}, [answer])).outcome).toMatchObject({ kind: 'malformed' });
});

test.each<[string, Operation, Partial<PlanStep>]>([
  ['no side expanded', 'outpaint', { margins: { left: 0, right: 0, top: 0, bottom: 0 } }],
  ['a side of 2001 px', 'outpaint', { margins: { left: 2001, right: 0, top: 0, bottom: 0 } }],
  ['a negative side', 'outpaint', { margins: { left: -1, right: 5, top: 0, bottom: 0 } }],
  ['creativity beyond 1', 'outpaint', { parameters: { creativity: 1.1 } }],
  ['an unknown output format', 'inpaint', { parameters: { output_format: 'gif' } }],
  ['a seed beyond the range', 'inpaint', { seed: 4_294_967_295 }],
  ['a seed that is not whole', 'inpaint', { seed: 0.5 }],
  ['nothing to search for', 'search-and-replace', { searchPrompt: '' }],
  ['no mask', 'inpaint', { files: exampleStep('outpaint').files }],
])('%s is refused before anything is sent', async (_, operation, changes) => {
  const { call, outcome } = await edit(operation, changes);
  expect(outcome).toMatchObject({ kind: 'validation', facts: { mayHaveCharged: 'no' } });
  expect(call.requests).toHaveLength(0);
});

test('the seed may be the largest of the range', async () => {
  expect((await edit('inpaint', { seed: 4_294_967_294 })).fields).toContainEqual(['seed', '4294967294']);
});

test('image and mask together stay under 10 MiB', async () => {
  const padded = new Uint8Array(6 * 1024 * 1024);
  padded.set(png);
  const files = exampleStep('inpaint').files.map((file) => ({ ...file, bytes: new Blob([padded]) }));
  const { call, outcome } = await edit('inpaint', { files });
  expect([call.requests.length, outcome]).toEqual([0, expect.objectContaining({ kind: 'payload-too-large' })]);
});

test.each([
  ['inpaint', 6],
  ['outpaint', 8],
  ['erase', 6],
  ['search-and-replace', 8],
] as const)('%s costs %i credits', (operation, credits) => {
  const size = { width: 1024, height: 1024 };
  expect(capabilities().cost(operation, size, size)).toMatchObject({
    kind: 'estimate',
    unit: 'credits',
    low: credits,
    high: credits,
  });
});

test('the connection test tries the other header name once, and says which one works', async () => {
  const refused = envelope(-1, 'Unauthorized');
  const call = scriptedCall([refused, envelope(-1, 'image is required')], { baseUrl: routes.baseUrl });
  expect(await aiThriving.test!(call)).toContain('Authentication');
  expect(call.requests.map(({ headers }) => [...headers.keys()].filter((name) => name.startsWith('auth')))).toEqual([
    ['authorization'],
    ['authentication'],
  ]);
  const neither = scriptedCall([refused], { baseUrl: routes.baseUrl });
  await expect(aiThriving.test!(neither)).rejects.toMatchObject({ kind: 'auth' });
  expect(neither.requests).toHaveLength(2);
});
