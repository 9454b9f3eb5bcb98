import { readFile, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { EditorPage } from './editorPage.ts';
import { test } from './harness.ts';
import { pngFile, pngHeader, testPicture, withExifOrientation, type PictureFile } from './pictures.ts';

const SMALL = [320, 240] as const;
const small = pngFile(testPicture(...SMALL), 'small.png');
const other = pngFile(testPicture(200, 300), 'other.png');

const truncated: PictureFile = { ...small, name: 'broken.png', buffer: small.buffer.subarray(0, 2000) };
const text: PictureFile = { name: 'note.png', mimeType: 'image/png', buffer: Buffer.from('This is no picture.') };
const svg: PictureFile = {
  name: 'drawing.png',
  mimeType: 'image/png',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
};
const empty: PictureFile = { name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) };

const paintSomething = async (editor: EditorPage): Promise<void> => {
  const box = await editor.box();
  await editor.stroke([{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]);
  await expect(editor.button('Undo')).not.toHaveAttribute('aria-disabled', 'true');
};

/** What a person does by dragging a file onto the window, or by copying one and pasting it. */
const give = (editor: EditorPage, how: 'drop' | 'paste', file: PictureFile): Promise<void> =>
  editor.page.evaluate(
    ({ how, name, mimeType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: mimeType }));
      const options = { bubbles: true, cancelable: true };
      if (how === 'paste')
        document.body.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
      else
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { ...options, dataTransfer: data }));
    },
    { how, name: file.name, mimeType: file.mimeType, base64: file.buffer.toString('base64') },
  );

for (const [file, said] of [
  [truncated, /damaged|corrupt|incomplete|read/i],
  [text, /not a picture/i],
  [svg, /SVG|not a picture/i],
  [empty, /empty/i],
  [pngHeader(16_385, 10, 'wide.png'), /16384|16.384/],
  [pngHeader(9000, 9000, 'large.png'), /64 megapixels|64 MP/i],
] as const)
  test(`${file.name} is refused in words and changes nothing`, async ({ editor, page }) => {
    await editor.pick(file);
    await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();

    await editor.open(small, ...SMALL);
    await paintSomething(editor);
    const mask = await editor.exportMask();
    await editor.pick(file);
    // Work is at stake, so the app may ask before it looks at the file.
    const refusal = page.getByRole('alert').filter({ hasText: said });
    await expect(editor.question.or(refusal)).toBeVisible();
    if (await editor.question.isVisible()) await editor.question.getByRole('button').last().click();
    await expect(refusal).toBeVisible();
    await expect(editor.imageSize).toHaveText('320 × 240');
    expect((await editor.exportMask()).data).toEqual(mask.data);
  });

test('a file over 40 MB is refused before it is read', async ({ editor, page }, testInfo) => {
  // By its path: so much does not fit through the protocol.
  const path = testInfo.outputPath('heavy.png');
  await writeFile(path, Buffer.concat([small.buffer, Buffer.alloc(42 * 1024 * 1024)]));
  await editor.pick(path);
  await expect(page.getByRole('alert').filter({ hasText: '40 MB' })).toBeVisible();
});

test('a file is known by its content, whatever it is called', async ({ editor }) => {
  await editor.open({ ...small, name: 'picture.txt', mimeType: 'text/plain' }, ...SMALL);
});

for (const how of ['drop', 'paste'] as const)
  test(`${how} opens a picture`, async ({ editor }) => {
    await give(editor, how, small);
    await expect(editor.imageSize).toHaveText('320 × 240');
    await expect(editor.canvas).toBeVisible();
  });

test('painted work is not replaced without asking', async ({ editor }) => {
  await editor.open(small, ...SMALL);
  await paintSomething(editor);
  for (const attempt of [
    () => editor.pick(other),
    () => give(editor, 'drop', other),
    () => give(editor, 'paste', other),
  ]) {
    await attempt();
    await expect(editor.question).toBeVisible();
    await editor.question.getByRole('button').first().click();
    await expect(editor.question).toBeHidden();
    await expect(editor.imageSize).toHaveText('320 × 240');
  }
  await editor.pick(other);
  await editor.question.getByRole('button').last().click();
  await expect(editor.imageSize).toHaveText('200 × 300');
});

test('without work at stake nothing is asked', async ({ editor }) => {
  await editor.open(small, ...SMALL);
  await editor.open(other, 200, 300);
});

test('a photograph lying on its side is opened upright', async ({ editor }) => {
  const jpeg = await readFile(new URL('../public/samples/bottle.jpg', import.meta.url));
  const turned = { name: 'turned.jpg', mimeType: 'image/jpeg', buffer: withExifOrientation(jpeg, 6) };
  await editor.open(turned, 1200, 1600);
});

test('a sample picture opens with its mask', async ({ editor, page }) => {
  await page.getByRole('button', { name: /bottle/i }).click();
  await expect(editor.imageSize).toHaveText('1600 × 1200');
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).not.toHaveValue('');
  await expect
    .poll(async () => (await editor.exportMask()).data.some((value) => value > 0), { message: 'the suggested mask' })
    .toBe(true);
});

test('leaving the page is asked about while work would be lost, and only then', async ({ editor, page }) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await editor.open(small, ...SMALL);
  await page.reload();
  expect(asked).toEqual([]);
  await editor.open(small, ...SMALL);
  await paintSomething(editor);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});
