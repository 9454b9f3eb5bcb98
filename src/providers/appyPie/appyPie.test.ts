import { describe, expect, test } from 'vitest';
import type { Connection, PlanStep } from '../contract.ts';
import { exampleStep } from '../fixtures/exampleStep.ts';
import { png, pngText } from '../fixtures/pictures.ts';
import { CANARY, json, scriptedCall, type Scripted, type ScriptedCall } from '../fixtures/scriptedCall.ts';
import { appyPie } from './appyPie.ts';
import { capabilities } from './capabilities.ts';

const size = { width: 512, height: 640 };
const stepWith = (changes: Partial<PlanStep> = {}): PlanStep =>
  exampleStep('inpaint', { size, expected: size, negativePrompt: 'people', ...changes });

const callWith = (script: readonly Scripted[], settings: Connection['settings'] = {}): ScriptedCall =>
  scriptedCall(script, { baseUrl: 'https://gateway.appypie.com', settings });

const success = json({ status: 200, image_data: pngText });

const sentBy = async (settings: Connection['settings'], changes: Partial<PlanStep> = {}) => {
  const call = callWith([success], settings);
  await appyPie.edit(stepWith(changes), call);
  const { url, headers, init } = call.requests[0]!;
  return { url, headers: [...headers], body: JSON.parse(init.body as string) as Record<string, unknown> };
};

describe('what is sent', () => {
  test('to the gateway: the documented headers, prompt, size and links', async () => {
    const { url, headers, body } = await sentBy({}, { parameters: { guidance_scale: 9.5 } });
    expect(url).toBe('https://gateway.appypie.com/inpainting/v1/getImage');
    expect(headers).toEqual([
      ['cache-control', 'no-cache'],
      ['content-type', 'application/json'],
      ['ocp-apim-subscription-key', CANARY],
    ]);
    expect(body).toEqual({
      prompt: 'a stone bridge',
      negative_prompt: 'people',
      size: '512x640',
      guidance_scale: 9.5,
      imageUrl: 'https://uploads.example/image.png',
      maskUrl: 'https://uploads.example/mask.png',
    });
  });

  test('to the worker: width, height, steps, guidance and seed', async () => {
    const parameters = { num_steps: 12, guidance: 5, guidance_scale: 3 };
    const { url, body } = await sentBy(
      { dialect: 'worker', stream: true, responseFormat: 'b64' },
      { parameters, negativePrompt: '' },
    );
    expect(url).toBe('https://gateway-stable-diffusion-v1-5-inpainting.appypie.workers.dev/getImage');
    expect(body).toEqual({
      prompt: 'a stone bridge',
      width: 512,
      height: 640,
      seed: 7,
      num_steps: 12,
      guidance: 5,
      imageUrl: 'https://uploads.example/image.png',
      maskUrl: 'https://uploads.example/mask.png',
    });
  });

  test('under other names, as base64 where that was chosen too', async () => {
    const settings = { imageField: 'init_image', maskField: ' mask_image ', responseFormat: 'json' };
    const links = (await sentBy(settings)).body;
    expect(links).toMatchObject({ init_image: 'https://uploads.example/image.png', response_format: 'json' });
    const { body } = await sentBy({ ...settings, sendBase64: true });
    expect(body).toMatchObject({ init_image: pngText, mask_image: pngText });
    expect(body).not.toHaveProperty('imageUrl');
  });

  test('base64 never goes into the fields that take links', async () => {
    for (const settings of [{ sendBase64: true }, { sendBase64: true, imageField: 'image' }]) {
      expect(capabilities(settings).operations.inpaint?.transport).toBe('public-url');
      expect(JSON.stringify((await sentBy(settings)).body)).not.toContain(pngText);
    }
  });

  test('to the stream endpoint: the system prompt besides', async () => {
    const { url, body } = await sentBy({ stream: true, systemPrompt: 'Be careful.' });
    expect(url).toBe('https://gateway.appypie.com/inpainting/v1/getImageStream');
    expect(body['System prompt']).toBe('Be careful.');
  });

  test.each<[string, Partial<PlanStep>, Connection['settings']]>([
    ['an empty prompt', { prompt: ' ' }, {}],
    ['a side that is too short', { expected: { width: 192, height: 512 } }, {}],
    ['a side that is too long', { expected: { width: 512, height: 2112 } }, {}],
    ['too many steps', { parameters: { num_steps: 21 } }, { dialect: 'worker' }],
    ['half a step', { parameters: { num_steps: 1.5 } }, { dialect: 'worker' }],
    ['guidance as text', { parameters: { guidance_scale: '7' } }, {}],
    ['files without links', { files: stepWith().files.map(({ url: _, ...file }) => file) }, {}],
    ['no mask', { files: stepWith().files.slice(0, 1) }, {}],
    ['another operation', { operation: 'erase' }, {}],
  ])('nothing for %s', async (_, changes, settings) => {
    const call = callWith([success], settings);
    await expect(appyPie.edit(stepWith(changes), call)).rejects.toMatchObject({ facts: { mayHaveCharged: 'no' } });
    expect(call.requests).toEqual([]);
  });
});

describe('what comes back', () => {
  const link = 'https://cdn.pixazo.ai/1.png';
  const file = new Response(png);

  test.each<[string, Response]>([
    ['image_data', json({ image_data: pngText })],
    ['image_data with a data URL', json({ image_data: `data:image/png;base64,${pngText}` })],
    ['imageUrl', json({ imageUrl: link })],
    ['image_url', json({ image_url: link })],
    ['output', json({ output: pngText })],
    ['a list in output', json({ output: [link] })],
    ['data with base64', json({ data: [{ b64_json: pngText }] })],
    ['data with an address', json({ data: [{ url: link }] })],
    ['results', json({ results: [{ imageUrl: link }] })],
    ['bytes', new Response(png, { headers: { 'content-type': 'image/png' } })],
    ['bytes that call themselves JSON', new Response(png, { headers: { 'content-type': 'application/json' } })],
    ['JSON that calls itself a picture', json({ image_data: pngText }, 200, { 'content-type': 'image/png' })],
  ])('%s', async (_, answer) => {
    const { images } = await appyPie.edit(stepWith(), callWith([answer, file]));
    expect(images).toHaveLength(1);
    const [image] = images;
    if (image?.kind !== 'file') throw new Error('A file was expected.');
    expect(new Uint8Array(await image.bytes.arrayBuffer())).toEqual(png);
  });

  test('an error names its trace id, under any status', async () => {
    const body = { code: 401, message: 'Invalid key', traceId: 'abc-123' };
    for (const status of [401, 200])
      await expect(appyPie.edit(stepWith(), callWith([json(body, status)]))).rejects.toMatchObject({
        kind: 'auth',
        facts: { status: 401, traceId: 'abc-123', providerWords: 'Invalid key' },
      });
  });

  test.each<[number, unknown, string, number | undefined]>([
    [
      403,
      { statusCode: 403, message: 'Out of call volume quota. Quota will be replenished in 01:02:03.' },
      'quota',
      undefined,
    ],
    [401, { statusCode: 401, message: 'Access denied due to missing subscription key.' }, 'auth', undefined],
    [500, { error: 'model crashed' }, 'provider', undefined],
    [429, { statusCode: 429, message: 'Rate limit is exceeded. Try again in 300 seconds.' }, 'rate-limit', 300_000],
  ])('%d of the gateway in front: %j', async (status, body, kind, retryAfterMs) => {
    const call = callWith([json(body, status)]);
    const facts = retryAfterMs === undefined ? {} : { retryAfterMs };
    await expect(appyPie.edit(stepWith(), call)).rejects.toMatchObject({ kind, facts });
    expect(call.requests).toHaveLength(1);
  });

  test('a deferred job is told of, looked at every 2 s, and taken up again after a reload', async () => {
    const looks = [
      json({ status: 'processing' }),
      json({ status: 'weird word' }),
      json({ status: 'succeeded', results: [{ imageUrl: link }] }),
    ];
    const call = callWith([json({ job_set_id: 'set-1' }), ...looks, file]);
    expect((await appyPie.edit(stepWith(), call)).images).toHaveLength(1);
    expect(call.jobs).toEqual([{ provider: 'appypie', id: 'set-1', submittedAt: expect.any(Number) as number }]);
    expect(call.waits).toEqual([2000, 2000, 2000]);
    expect(call.requests[1]).toMatchObject({
      url: 'https://gateway.pixazo.ai/ai-model-api-polling/getGenerationResults',
      init: { method: 'POST', body: '{"job_set_id":"set-1"}' },
    });
    const later = callWith([looks[2]!, file]);
    expect((await appyPie.resume!(call.jobs[0]!, later)).images).toHaveLength(1);
    expect(later.requests).toHaveLength(2);
  });

  test('a deferred job that fails or never ends is an error', async () => {
    const job = json({ job_set_id: 'set-1' });
    await expect(
      appyPie.edit(stepWith(), callWith([job, json({ status: 'failed', error: 'bad picture' })])),
    ).rejects.toMatchObject({ kind: 'provider', facts: { providerWords: 'bad picture', mayHaveCharged: 'unknown' } });
    const endless = callWith([job, json({ status: 'processing' })]);
    await expect(appyPie.edit(stepWith(), endless)).rejects.toMatchObject({ kind: 'timeout' });
    expect(endless.waits.reduce((sum, ms) => sum + ms, 0)).toBe(300_000);
  });

  test('frames of the stream are progress as they come', async () => {
    const frames = ['{"progress":25}\n', '{"progress":0.75}\n', `{"image_data":"${pngText}"}\n`];
    const call = callWith([new Response(frames.join(''))], { stream: true });
    expect((await appyPie.edit(stepWith(), call)).images).toHaveLength(1);
    const fractions = call.progress.flatMap((happened) => (happened.stage === 'waiting' ? [happened.fraction] : []));
    expect(fractions).toEqual([null, 0.25, 0.75]);
  });

  test('the stream may be a plain address, base64, or an error', async () => {
    for (const text of [link, pngText, `data: ${pngText}\n\n`]) {
      const { images } = await appyPie.edit(stepWith(), callWith([new Response(text), file], { stream: true }));
      expect(images).toHaveLength(1);
    }
    const failed = `data: {"progress":0.5}\n\ndata: {"code":500,"message":"out of memory","traceId":"t-1"}\n\n`;
    await expect(appyPie.edit(stepWith(), callWith([new Response(failed)], { stream: true }))).rejects.toMatchObject({
      kind: 'provider',
      facts: { traceId: 't-1' },
    });
    await expect(
      appyPie.edit(stepWith(), callWith([new Response('<h1>Hello</h1>')], { stream: true })),
    ).rejects.toMatchObject({ kind: 'malformed', facts: { providerWords: 'Hello' } });
  });
});
