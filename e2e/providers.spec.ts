import { expect } from '@playwright/test';
import { startAiThrivingServer } from './fixtures/aiThrivingServer.ts';
import { startAppyPieServer, type AppyPieOptions } from './fixtures/appyPieServer.ts';
import { startHolySheepServer } from './fixtures/holySheepServer.ts';
import { startImagePipelineServer } from './fixtures/imagePipelineServer.ts';
import { promptColour } from './fixtures/paint.ts';
import {
  checkFiles,
  checkHeaders,
  checkResult,
  configure,
  fill,
  onlyCall,
  prepare,
  test,
  type Subject,
} from './providerHarness.ts';

/** One test per provider and kind of edit: the real interface, the built gateway, and the provider's strict fake, which changes every pixel a little. */

const PROMPT = 'a round wooden table';
const COLOUR = promptColour(PROMPT);
const FAKE = { drift: 3, mask: { repaintAt: [[0.5, 0.5]], keepAt: [[0, 0]] } } as const;
const WEBHOOK_SECRET = 'whsec_e2e';

const holySheep: Subject = {
  label: 'HolySheep AI',
  environment: 'HOLYSHEEP',
  start: () => startHolySheepServer({ ...FAKE, webhookSecret: WEBHOOK_SECRET, jobMs: 300 }),
  more: { HOLYSHEEP_WEBHOOK_SECRET: WEBHOOK_SECRET },
};
const aiThriving: Subject = {
  label: 'AIThriving',
  environment: 'AITHRIVING',
  start: () => startAiThrivingServer(FAKE),
};
const appyPie = (options: AppyPieOptions = {}): Subject => ({
  label: 'Appy Pie',
  environment: 'APPYPIE',
  start: () => startAppyPieServer({ ...FAKE, ...options }),
});
const imagePipeline: Subject = {
  label: 'imagepipeline.io',
  environment: 'IMAGEPIPELINE',
  start: () => startImagePipelineServer({ ...FAKE, polls: 1 }),
};

const anyText = expect.any(String);
const anyNumber = expect.any(Number);

test.describe('HolySheep AI', () => {
  test.use({ subject: holySheep });

  test('inpaint', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await editor.setSlider('Steps', 33);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call).toMatchObject({ method: 'POST', path: '/v1/images/inpaint', status: 200 });
    expect(call.headers.authorization).toBe('Bearer demo-key');
    expect(call.fields).toEqual({
      model: 'image-edit-inpaint-v2',
      image: anyText,
      mask: anyText,
      prompt: PROMPT,
      guidance_scale: 7.5,
      num_inference_steps: 33,
      seed: anyNumber,
    });
    checkHeaders(call);
    checkFiles(call, 'image', 'mask');
    await checkResult(editor, prepared, COLOUR);
  });

  test('inpaint in the second dialect', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await configure(editor, async (dialog) => {
      await dialog.getByRole('combobox', { name: 'Dialect' }).selectOption({ value: 'edits' });
    });
    await fill(editor, 'Prompt', PROMPT);
    await fill(editor, 'Negative prompt', 'people');
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.path).toBe('/v1/images/edits');
    expect(call.fields).toEqual({
      model: 'sd-xl-inpainting',
      image: expect.stringMatching(/^data:image\/(png|jpeg|webp);base64,/),
      mask: expect.stringMatching(/^data:image\/png;base64,/),
      prompt: PROMPT,
      negative_prompt: 'people',
      response_format: 'url',
    });
    checkFiles(call, 'image', 'mask');
    await checkResult(editor, prepared, COLOUR);
  });

  test('inpaint as a job whose end a webhook tells', async ({ editor, subject, fake, gateway }) => {
    const prepared = await prepare(editor, subject);
    await configure(editor, async (dialog) => {
      await dialog.getByRole('combobox', { name: 'Result' }).selectOption({ value: 'webhook' });
    });
    await fill(editor, 'Prompt', PROMPT);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call).toMatchObject({ path: '/v1/images/edit/async', status: 202 });
    expect(call.fields).toMatchObject({ job_type: 'inpaint', async: true, prompt: PROMPT });
    expect(String(call.fields.webhook_url)).toMatch(new RegExp(`^${gateway.url}/api/webhooks/holysheep/[\\w-]{20,}$`));
    checkFiles(call, 'image', 'mask');
    await checkResult(editor, prepared, COLOUR);
  });
});

test.describe('AIThriving', () => {
  test.use({ subject: aiThriving });

  test('inpaint', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await fill(editor, 'Negative prompt', 'people');
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.path).toBe('/api/edit/inpaint');
    expect(call.headers.authorization).toBe('demo-key');
    const { image, mask, ...texts } = call.fields;
    expect([image, mask].every((file) => Buffer.isBuffer(file))).toBe(true);
    expect(texts).toEqual({
      prompt: PROMPT,
      negative_prompt: 'people',
      seed: expect.stringMatching(/^\d+$/),
      output_format: 'png',
    });
    checkHeaders(call);
    checkFiles(call, 'image', 'mask');
    await checkResult(editor, prepared, COLOUR);
  });

  test('erase', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await editor.page.getByRole('combobox', { name: 'Operation' }).selectOption({ label: 'Erase' });
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.path).toBe('/api/edit/erase');
    expect(Object.keys(call.fields).sort()).toEqual(['image', 'mask', 'output_format', 'seed']);
    checkFiles(call, 'image', 'mask');
    await checkResult(editor, prepared, promptColour(''));
  });

  test('search and replace', async ({ editor, subject, fake }) => {
    await prepare(editor, subject);
    await editor.button('Clear mask').click();
    await editor.page.getByRole('combobox', { name: 'Operation' }).selectOption({ label: 'Search and replace' });
    await fill(editor, 'Search prompt', 'the disc');
    await fill(editor, 'Prompt', PROMPT);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.path).toBe('/api/edit/search-and-replace');
    expect(call.fields).toMatchObject({ prompt: PROMPT, search_prompt: 'the disc' });
    expect(call.fields).not.toHaveProperty('mask');
    await editor.accept();
    expect((await editor.download()).name).toMatch(/^holiday.+\.png$/);
  });
});

for (const answerForm of ['image_data', 'imageUrl', 'bytes', 'deferred'] as const)
  test.describe(`Appy Pie, answered with ${answerForm}`, () => {
    test.use({ subject: appyPie({ answerForm, polls: 1 }) });

    test('inpaint', async ({ editor, subject, fake, gateway }) => {
      const prepared = await prepare(editor, subject);
      await fill(editor, 'Prompt', PROMPT);
      await editor.generate();
      const call = onlyCall(fake);
      expect(call.path).toBe('/inpainting/v1/getImage');
      expect(call.headers).toMatchObject({
        'ocp-apim-subscription-key': 'demo-key',
        'cache-control': 'no-cache',
        'content-type': 'application/json',
      });
      const link = expect.stringMatching(new RegExp(`^${gateway.url}/uploads/[\\w-]{20,}\\.png$`));
      expect(call.fields).toEqual({
        prompt: PROMPT,
        size: expect.stringMatching(/^\d+x\d+$/),
        imageUrl: link,
        maskUrl: link,
      });
      const image = call.pictures.get('imageUrl');
      expect(call.fields.size).toBe(`${image?.width ?? 0}x${image?.height ?? 0}`);
      for (const side of [image?.width, image?.height]) expect((side ?? 1) % 64).toBe(0);
      checkHeaders(call);
      checkFiles(call, 'imageUrl', 'maskUrl');
      // What was published for the provider is gone as soon as the job has ended.
      await expect.poll(async () => (await fetch(String(call.fields.imageUrl))).status).toBe(404);
      await checkResult(editor, prepared, COLOUR);
    });
  });

test.describe('Appy Pie', () => {
  test.use({ subject: appyPie() });

  test('inpaint with the worker', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await configure(editor, async (dialog) => {
      await dialog.getByRole('combobox', { name: 'Dialect' }).selectOption({ value: 'worker' });
    });
    await fill(editor, 'Prompt', PROMPT);
    await editor.setSlider('Steps', 12);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.path).toBe('/getImage');
    const { imageUrl: _, maskUrl: __, ...rest } = call.fields;
    expect(rest).toEqual({ prompt: PROMPT, width: anyNumber, height: anyNumber, num_steps: 12, seed: anyNumber });
    await checkResult(editor, prepared, COLOUR);
  });

  test('inpaint by the stream endpoint', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await configure(editor, async (dialog) => {
      await dialog.getByRole('checkbox', { name: 'Use the stream endpoint' }).check();
      await dialog.getByRole('textbox', { name: /^System prompt/ }).fill('Be careful.');
    });
    await fill(editor, 'Prompt', PROMPT);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.path).toBe('/inpainting/v1/getImageStream');
    expect(call.fields).toMatchObject({ prompt: PROMPT, 'System prompt': 'Be careful.' });
    await checkResult(editor, prepared, COLOUR);
  });
});

test.describe('imagepipeline.io', () => {
  test.use({ subject: imagePipeline });

  test('inpaint, two candidates', async ({ editor, subject, fake, gateway }) => {
    const prepared = await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await editor.setSlider('Samples', 2);
    await editor.setSlider('Guidance', 12);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.path).toBe('/sdxl/inpainting/v1');
    expect(call.headers['api-key']).toBe('demo-key');
    expect(call.headers).not.toHaveProperty('x-api-key');
    const link = expect.stringMatching(new RegExp(`^${gateway.url}/uploads/[\\w-]{20,}\\.png$`));
    expect(call.fields).toEqual({
      model_id: 'sdxl',
      prompt: PROMPT,
      init_image: link,
      mask_image: link,
      num_inference_steps: 20,
      guidance_scale: 12,
      safety_checker: true,
      samples: 2,
      width: anyNumber,
      height: anyNumber,
      seed: anyNumber,
    });
    const { width, height } = call.fields as { width: number; height: number };
    expect(call.pictures.get('init_image')).toMatchObject({ width, height });
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(512);
    checkHeaders(call);
    checkFiles(call, 'init_image', 'mask_image');
    expect(fake.requests.filter(({ stage }) => stage === 'status')).toHaveLength(2);

    const candidates = editor.page.getByRole('listbox', { name: 'Candidates' }).getByRole('option');
    await expect(candidates).toHaveCount(2);
    await candidates.nth(1).click();
    await checkResult(editor, prepared, promptColour(PROMPT, 1));
  });
});
