import { expect } from '@playwright/test';
import type { Fault } from './fixtures/faults.ts';
import { startHolySheepServer } from './fixtures/holySheepServer.ts';
import { startImagePipelineServer } from './fixtures/imagePipelineServer.ts';
import { promptColour } from './fixtures/paint.ts';
import { callsOf, checkResult, configure, fill, prepare, test, type Subject } from './providerHarness.ts';

const PROMPT = 'a round wooden table';
const KEY = 'canary-key-0123456789';

const holySheep: Subject = {
  label: 'HolySheep AI',
  environment: 'HOLYSHEEP',
  start: () => startHolySheepServer({ drift: 3 }),
};

test.use({ failedLoads: 'are expected' });

test.describe('what a provider may answer', () => {
  test.use({ subject: holySheep });

  const faults: readonly (readonly [string, Fault, RegExp])[] = [
    ['400', { kind: 'status', status: 400, message: 'mask dimensions are wrong' }, /mask dimensions are wrong/],
    ['401', { kind: 'status', status: 401 }, /did not accept the API key/],
    ['402', { kind: 'status', status: 402 }, /credit is used up/],
    ['503', { kind: 'status', status: 503 }, /not available right now/],
    ['a web page', { kind: 'html' }, /web page/],
    ['half a picture', { kind: 'truncated' }, /breaks off|cannot be decoded/],
    ['a number for a picture', { kind: 'wrong-type' }, /no usable picture/],
    ['something else for a picture', { kind: 'not-a-picture' }, /not a picture|in place of the picture/],
    ['no picture', { kind: 'empty' }, /no usable picture/],
    ['a reset connection', { kind: 'reset' }, /could not (be )?reach/],
    ['half an answer', { kind: 'cut' }, /broke|no usable picture/],
  ];

  for (const [name, fault, sentence] of faults)
    test(`${name} is one sentence with the next step, and nothing is lost`, async ({ editor, subject, fake }) => {
      const prepared = await prepare(editor, subject);
      await fill(editor, 'Prompt', PROMPT);
      fake.fault(fault);
      await editor.generateButton.click();
      await expect(editor.problem).toContainText(sentence);
      expect(callsOf(fake)).toHaveLength(1);
      await expect(editor.page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(PROMPT);
      expect((await editor.exportMask()).data).toEqual(prepared.mask);
      // A press at the same place within 400 ms counts as the same press.
      await editor.page.waitForTimeout(500);
      await editor.generate();
      await checkResult(editor, prepared, promptColour(PROMPT));
    });

  test('a picture of another size is fitted, and protected pixels stay', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    fake.fault({ kind: 'wrong-size' });
    await editor.generate();
    await checkResult(editor, prepared, promptColour(PROMPT));
  });

  test('a rate limit is waited for, then the call is made again', async ({ editor, subject, fake }) => {
    const prepared = await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    fake.fault({ kind: 'status', status: 429, retryAfter: '2' });
    await editor.generateButton.click();
    await expect(editor.page.getByText(/is busy/).first()).toBeVisible();
    await expect(editor.comparison).toBeVisible();
    const [first, second, ...more] = callsOf(fake);
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1900);
    await checkResult(editor, prepared, promptColour(PROMPT));
  });

  test('Stop ends a call that hangs within a second', async ({ editor, subject, fake }) => {
    await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    fake.fault({ kind: 'hang' });
    await editor.generateButton.click();
    await expect.poll(() => callsOf(fake).length).toBe(1);
    const began = Date.now();
    await editor.button('Stop').click();
    await expect(editor.generateButton).toBeVisible();
    await expect(editor.page.getByRole('progressbar', { name: 'Generation' })).toBeHidden();
    expect(Date.now() - began).toBeLessThan(1000);
    await expect(editor.problem).toBeHidden();
  });

  test('fifty presses are one call', async ({ editor, subject, fake }) => {
    await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await editor.generateButton.evaluate((button) => {
      for (let press = 0; press < 50; press++) (button as HTMLButtonElement).click();
    });
    await expect(editor.comparison).toBeVisible();
    expect(callsOf(fake)).toHaveLength(1);
  });
});

test.describe('a key that is typed', () => {
  test.use({ subject: { ...holySheep, hasKey: false, start: () => startHolySheepServer({ key: KEY }) } });

  test('is tested for nothing, goes to the provider, and shows nowhere else', async ({
    editor,
    subject,
    fake,
    gateway,
  }) => {
    const prepared = await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await configure(editor, async (dialog) => {
      await dialog.getByLabel('API key', { exact: true }).fill(KEY);
      await dialog.getByRole('button', { name: 'Test connection' }).click();
      await expect(dialog.getByRole('status')).toContainText('did not refuse the key');
    });
    const tested = callsOf(fake).length;
    await editor.generate();
    expect(callsOf(fake)).toHaveLength(tested + 1);
    for (const { headers, path, body } of fake.requests) {
      expect(path + body.toString('latin1')).not.toContain(KEY);
      expect(
        Object.entries(headers)
          .filter(([, value]) => String(value).includes(KEY))
          .map(([name]) => name),
      ).toEqual(['authorization']);
    }
    await checkResult(editor, prepared, promptColour(PROMPT));
    const kept = await editor.page.evaluate(() =>
      JSON.stringify([
        document.documentElement.outerHTML,
        location.href,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
      ]),
    );
    expect(kept).not.toContain(KEY);
    expect(gateway.output()).not.toContain(KEY);
  });

  test('is asked for before anything is sent', async ({ editor, subject, fake }) => {
    await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await editor.generateButton.click({ force: true });
    await expect(editor.page.getByText(/needs a key\. Enter it in Provider settings/).first()).toBeVisible();
    expect(fake.requests).toEqual([]);
  });
});

test.describe('a provider that fetches pictures itself', () => {
  test.use({
    subject: {
      label: 'imagepipeline.io',
      environment: 'IMAGEPIPELINE',
      start: () => startImagePipelineServer({ polls: 0 }),
      more: { PUBLIC_URL: '' },
    },
  });

  test('is not ready until there is a public address, and says so', async ({ editor, subject, fake }) => {
    await prepare(editor, subject);
    await fill(editor, 'Prompt', PROMPT);
    await expect(editor.page.getByText(/public address|PUBLIC_URL/i).first()).toBeVisible();
    await editor.generateButton.click({ force: true });
    expect(fake.requests).toEqual([]);
  });
});
