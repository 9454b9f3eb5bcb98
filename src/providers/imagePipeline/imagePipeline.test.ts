import { describe, expect, test } from 'vitest';
import type { Connection, PlanStep } from '../contract.ts';
import { exampleStep } from '../fixtures/exampleStep.ts';
import { png } from '../fixtures/pictures.ts';
import { CANARY, json, scriptedCall, type Scripted, type ScriptedCall } from '../fixtures/scriptedCall.ts';
import { stateOf } from './api.ts';
import { capabilities } from './capabilities.ts';
import { imagePipeline } from './imagePipeline.ts';

const size = { width: 768, height: 512 };
const stepWith = (changes: Partial<PlanStep> = {}): PlanStep =>
  exampleStep('inpaint', { size, expected: size, ...changes });
const grownBy = (left: number, right: number, top: number, bottom: number, changes: Partial<PlanStep> = {}): PlanStep =>
  exampleStep('outpaint', { size, margins: { left, right, top, bottom }, seed: null, ...changes });

const callWith = (script: readonly Scripted[], settings: Connection['settings'] = {}): ScriptedCall =>
  scriptedCall(script, { baseUrl: 'https://api.imagepipeline.io', settings });

const done = json({ status: 'SUCCESS', download_urls: ['https://cdn.imagepipeline.io/1.png'] });
const file = new Response(png);

const sentBy = async (step: PlanStep, settings: Connection['settings'] = {}) => {
  const call = callWith([done, file], settings);
  const result = await imagePipeline.edit(step, call);
  const { url, headers, init } = call.requests[0]!;
  return { url, headers: [...headers], body: JSON.parse(init.body as string) as Record<string, unknown>, ...result };
};

describe('what is sent', () => {
  test('for inpainting: links, size, ranges, samples', async () => {
    const { url, headers, body } = await sentBy(stepWith({ candidates: 3, negativePrompt: 'people' }));
    expect(url).toBe('https://api.imagepipeline.io/sdxl/inpainting/v1');
    expect(headers).toEqual([
      ['api-key', CANARY],
      ['content-type', 'application/json'],
    ]);
    expect(body).toEqual({
      model_id: 'sdxl',
      prompt: 'a stone bridge',
      negative_prompt: 'people',
      init_image: 'https://uploads.example/image.png',
      mask_image: 'https://uploads.example/mask.png',
      num_inference_steps: 20,
      guidance_scale: 10,
      safety_checker: true,
      samples: 3,
      width: 768,
      height: 512,
      seed: 7,
    });
  });

  test('strength and refiner only when they were set; no seed when it is the provider’s choice', async () => {
    const { body } = await sentBy(stepWith({ parameters: { strength: 0.5, refiner: true }, seed: null }), {
      modelId: 'other',
    });
    expect(body).toMatchObject({ strength: 0.5, refiner: true, model_id: 'other' });
    expect(body).not.toHaveProperty('seed');
  });

  test('the second generation’s header, never both', async () => {
    const { headers } = await sentBy(stepWith(), { dialect: 'v2' });
    expect(headers.map(([name]) => name)).toEqual(['content-type', 'x-api-key']);
  });

  test('for expanding: directions and expansions side by side, and nothing that the call does not take', async () => {
    const { url, body } = await sentBy(grownBy(64, 0, 128, 192));
    expect(url).toBe('https://api.imagepipeline.io/outpainting/v1');
    expect(body).toEqual({
      init_image: 'https://uploads.example/image.png',
      prompt: 'a stone bridge',
      direction: ['left', 'up', 'down'],
      expansion: [64, 128, 192],
      num_inference_steps: 20,
      guidance_scale: 10,
      samples: 1,
      resolution: 1024,
      overlap: 0.02,
      stretch_area: 0.3,
      stretch_scale: 2,
      horizontal_tile: 3,
      vertical_tile: 24,
      server_id: '',
    });
  });

  test('two samples at most when expanding, and the user is told', async () => {
    const { body, warnings } = await sentBy(grownBy(64, 0, 0, 0, { candidates: 4, seed: 3 }));
    expect(body.samples).toBe(2);
    expect(warnings).toEqual([
      'imagepipeline.io makes at most 2 pictures when it expands.',
      'imagepipeline.io takes no seed when it expands.',
    ]);
  });

  test.each<[string, PlanStep]>([
    ['no steps', stepWith({ parameters: { num_inference_steps: 0 } })],
    ['101 steps', stepWith({ parameters: { num_inference_steps: 101 } })],
    ['guidance below 1', stepWith({ parameters: { guidance_scale: 0.9 } })],
    ['guidance above 20', stepWith({ parameters: { guidance_scale: 20.1 } })],
    ['strength above 1', stepWith({ parameters: { strength: 1.01 } })],
    ['five pictures', stepWith({ candidates: 5 })],
    ['a seed below 0', stepWith({ seed: -1 })],
    ['an empty prompt', stepWith({ prompt: '' })],
    ['files without links', stepWith({ files: stepWith().files.map(({ url: _, ...rest }) => rest) })],
    ['52 steps when expanding', grownBy(64, 0, 0, 0, { parameters: { num_inference_steps: 52 } })],
    ['an expansion off the step', grownBy(63, 0, 0, 0)],
    ['a negative expansion', grownBy(-64, 0, 0, 0)],
    ['no expansion', grownBy(0, 0, 0, 0)],
    ['another operation', stepWith({ operation: 'erase' })],
  ])('nothing for %s', async (_, step) => {
    const call = callWith([done, file]);
    await expect(imagePipeline.edit(step, call)).rejects.toMatchObject({ facts: { mayHaveCharged: 'no' } });
    expect(call.requests).toEqual([]);
  });
});

describe('status words', () => {
  test.each([
    ...['SUCCESS', 'COMPLETED', 'Succeeded', ' success '].map((word) => [word, 'succeeded']),
    ...['FAILURE', 'failed', 'ERROR', 'cancelled', 'CANCELED'].map((word) => [word, 'failed']),
    ...['PENDING', 'queued', 'PROCESSING', 'STARTED', 'IN_PROGRESS', 'warming up'].map((word) => [word, 'running']),
  ])('%s means %s', (status, state) => {
    expect(stateOf({ status, id: '1' })).toBe(state);
  });

  test('without a word the answer speaks by what is in it', () => {
    expect(stateOf({ result_url: 'https://x/1.png', id: '1' })).toBe('succeeded');
    expect(stateOf({ job_id: '1' })).toBe('running');
    expect(stateOf({ error: 'no' })).toBe('failed');
    expect(stateOf({})).toBe('succeeded');
  });
});

describe('jobs', () => {
  test('waits of 2 s, growing by half to 10 s, for 5 minutes', async () => {
    const call = callWith([json({ status: 'PENDING', id: 'j 1' })]);
    await expect(imagePipeline.edit(stepWith(), call)).rejects.toMatchObject({ kind: 'timeout' });
    expect(call.waits.slice(0, 6)).toEqual([2000, 3000, 4500, 6750, 10_000, 10_000]);
    const sum = call.waits.reduce((total, ms) => total + ms, 0);
    expect(sum).toBeGreaterThanOrEqual(300_000);
    expect(sum).toBeLessThan(310_000);
    expect(call.requests[1]?.url).toBe('https://api.imagepipeline.io/sdxl/inpainting/v1/status/j%201');
    expect(call.requests[1]?.headers.get('api-key')).toBe(CANARY);
  });

  test('a job is taken up again where it was submitted', async () => {
    const call = callWith([json({ status: 'PENDING', id: 7 }), done, file]);
    await imagePipeline.edit(grownBy(64, 0, 0, 0), call);
    const [handle] = call.jobs;
    expect(handle).toMatchObject({ provider: 'imagepipeline', id: '7' });
    const later = callWith([done, file]);
    expect((await imagePipeline.resume!(handle!, later)).images).toHaveLength(1);
    expect(later.requests[0]?.url).toBe('https://api.imagepipeline.io/outpainting/v1/status/7');
  });

  test('a failed look is tolerated, a failed job is not', async () => {
    const pending = json({ status: 'PENDING', id: '1' });
    const bumpy = callWith([pending, new TypeError('lost'), json({}, 503), done, file]);
    expect((await imagePipeline.edit(stepWith(), bumpy)).images).toHaveLength(1);
    const failed = callWith([pending, json({ status: 'FAILURE', error: 'bad mask' })]);
    await expect(imagePipeline.edit(stepWith(), failed)).rejects.toMatchObject({
      kind: 'provider',
      facts: { providerWords: 'bad mask', mayHaveCharged: 'unknown' },
    });
    expect(failed.requests).toHaveLength(2);
  });

  test.each([
    ['INSUFFICIENT_CREDITS', 'quota'],
    ['CREDIT_CHARGE_FAILED', 'quota'],
    ['RATE_LIMIT_EXCEEDED', 'rate-limit'],
    ['CONCURRENT_JOBS_EXCEEDED', 'rate-limit'],
    ['MODEL_UNAVAILABLE', 'unavailable'],
    ['INPUT_INVALID', 'validation'],
    ['MODEL_ERROR', 'provider'],
  ])('the reason %s is of kind %s', async (failure_reason_code, kind) => {
    const job = json({ job_id: '1', status: 'failed', error: 'It did not work', failure_reason_code, retryable: true });
    await expect(imagePipeline.edit(stepWith(), callWith([job]))).rejects.toMatchObject({ kind });
  });

  test('a job without a number, and success without pictures, are malformed', async () => {
    for (const answer of [{ status: 'PENDING' }, { status: 'SUCCESS' }, { status: 'SUCCESS', download_urls: [] }, {}])
      await expect(imagePipeline.edit(stepWith(), callWith([json(answer)]))).rejects.toMatchObject({
        kind: 'malformed',
      });
  });

  test('a rate limit lasts a minute unless the server says otherwise; three calls in all', async () => {
    const call = callWith([json({ error: 'slow down' }, 429)]);
    await expect(imagePipeline.edit(stepWith(), call)).rejects.toMatchObject({ kind: 'rate-limit' });
    expect(call.waits).toEqual([60_000, 60_000]);
    expect(call.requests).toHaveLength(3);
  });

  test('a retired address is said to be one', async () => {
    for (const status of [404, 410])
      await expect(imagePipeline.edit(stepWith(), callWith([json({}, status)]))).rejects.toMatchObject({
        kind: 'not-found',
        message: 'imagepipeline.io no longer offers masked inpainting at this address.',
      });
  });

  test('fields of a validation error are shown', async () => {
    const answer = json({ detail: [{ loc: ['body', 'width'], msg: 'too small', type: 'value_error' }] }, 422);
    await expect(imagePipeline.edit(stepWith(), callWith([answer]))).rejects.toMatchObject({
      kind: 'validation',
      facts: { providerWords: 'body.width: too small' },
    });
  });
});

test('expanding can be done by inpainting, then there is no outpainting call', () => {
  expect(capabilities({}).operations.outpaint?.outpaint).toEqual({ kind: 'margins', step: 64 });
  expect(capabilities({ outpaint: 'pad-inpaint' }).operations.outpaint).toBeUndefined();
});
