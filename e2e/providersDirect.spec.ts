import { expect } from '@playwright/test';
import type { EditorPage } from './editorPage.ts';
import { startAiThrivingServer } from './fixtures/aiThrivingServer.ts';
import { startAppyPieServer } from './fixtures/appyPieServer.ts';
import type { FakeServer } from './fixtures/fakeServer.ts';
import { startHolySheepServer } from './fixtures/holySheepServer.ts';
import { startImagePipelineServer } from './fixtures/imagePipelineServer.ts';
import { promptColour } from './fixtures/paint.ts';
import {
  checkFiles,
  checkResult,
  configure,
  fill,
  onlyCall,
  prepare,
  test as base,
  type Subject,
} from './providerHarness.ts';
import { serveStaticPage } from './staticPage.ts';

/** The page on a plain file host: it calls the provider itself, with a key that was typed, where the provider lets pages do that. */
const test = base.extend({
  gateway: async ({ fake }, use) => {
    const page = await serveStaticPage([new URL(fake.url).origin]);
    await use(page);
    await page.stop();
  },
  foreignOrigins: async ({ fake }, use) => use([new URL(fake.url).origin]),
  // A file host has no /api/config, which the browser notes.
  failedLoads: 'are expected',
});

const PROMPT = 'a round wooden table';
const KEY = 'typed-key-0123';
const FAKE = { drift: 3, cors: true, key: KEY } as const;

const subject = (label: string, start: () => Promise<FakeServer>): Subject => ({ label, environment: '', start });

const connect = (
  editor: EditorPage,
  fake: FakeServer,
  more: Parameters<typeof configure>[1] = () => Promise.resolve(),
): Promise<void> =>
  configure(editor, async (dialog) => {
    await dialog.getByLabel('API key', { exact: true }).fill(KEY);
    await dialog.getByRole('textbox', { name: 'Base URL' }).fill(fake.url);
    await more(dialog);
  });

test.describe('HolySheep AI', () => {
  test.use({ subject: subject('HolySheep AI', () => startHolySheepServer(FAKE)) });

  for (const dialect of ['v1', 'edits'])
    test(`inpaint, dialect ${dialect}`, async ({ editor, subject, fake }) => {
      const prepared = await prepare(editor, subject);
      await connect(editor, fake, async (dialog) => {
        await dialog.getByRole('combobox', { name: 'Dialect' }).selectOption({ value: dialect });
      });
      await fill(editor, 'Prompt', PROMPT);
      await editor.generate();
      const call = onlyCall(fake);
      expect(call.headers.authorization).toBe(`Bearer ${KEY}`);
      checkFiles(call, 'image', 'mask');
      // Results are fetched without the key.
      for (const { stage, headers } of fake.requests)
        if (stage === 'result') expect(headers).not.toHaveProperty('authorization');
      await checkResult(editor, prepared, promptColour(PROMPT));
    });
});

test.describe('AIThriving', () => {
  test.use({ subject: subject('AIThriving', () => startAiThrivingServer(FAKE)) });

  test('inpaint', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await connect(editor, fake);
    await fill(editor, 'Prompt', PROMPT);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.headers.authorization).toBe(KEY);
    checkFiles(call, 'image', 'mask');
    await checkResult(editor, prepared, promptColour(PROMPT));
  });
});

test.describe('Appy Pie', () => {
  const names = { imageField: 'init_image', maskField: 'mask_image' };
  test.use({ subject: subject('Appy Pie', () => startAppyPieServer({ ...FAKE, ...names, takesBase64: true })) });

  test('inpaint with base64 in place of links', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await connect(editor, fake, async (dialog) => {
      await dialog.getByRole('textbox', { name: 'Name of the image field' }).fill(names.imageField);
      await dialog.getByRole('textbox', { name: 'Name of the mask field' }).fill(names.maskField);
      await dialog.getByRole('checkbox', { name: 'Send base64 in place of links' }).check();
    });
    await fill(editor, 'Prompt', PROMPT);
    await editor.generate();
    const call = onlyCall(fake);
    expect(call.headers['ocp-apim-subscription-key']).toBe(KEY);
    checkFiles(call, names.imageField, names.maskField);
    await checkResult(editor, prepared, promptColour(PROMPT));
  });
});

test.describe('imagepipeline.io', () => {
  test.use({ subject: subject('imagepipeline.io', () => startImagePipelineServer(FAKE)) });

  test('needs the gateway, and says so before anything is sent', async ({ editor, subject, fake }) => {
    await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await expect(editor.page.getByText(/gateway/i).first()).toBeVisible();
    await editor.generateButton.click({ force: true });
    expect(fake.requests).toEqual([]);
  });
});
