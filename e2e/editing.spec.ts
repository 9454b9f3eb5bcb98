import { expect } from '@playwright/test';
import { decodePng } from './decodePng.ts';
import { toScreen, type EditorPage, type Placement } from './editorPage.ts';
import { test } from './harness.ts';
import { pngFile, testPicture } from './pictures.ts';

const SIZE = [800, 600] as const;

const openAndPlace = async (editor: EditorPage): Promise<Placement> => {
  await editor.open(pngFile(testPicture(...SIZE)), ...SIZE);
  return editor.seenPlacement(...SIZE);
};

const strokes = [
  [
    { x: 250, y: 250 },
    { x: 400, y: 300 },
  ],
  [
    { x: 400, y: 200 },
    { x: 300, y: 400 },
  ],
  [{ x: 500, y: 300 }],
];

test('every stroke is undone and redone, by button and by key', async ({ editor, page }) => {
  const placement = await openAndPlace(editor);
  const states = [await editor.exportMask()];
  for (const stroke of strokes) {
    await editor.paint(stroke, placement);
    states.push(await editor.exportMask());
  }
  expect(new Set(states.map(({ data }) => Buffer.from(data).toString('base64'))).size).toBe(states.length);

  for (const state of states.slice(0, -1).reverse()) {
    await page.keyboard.press('Control+z');
    expect((await editor.exportMask()).data).toEqual(state.data);
  }
  for (const state of states.slice(1)) {
    await editor.button('Redo').click();
    expect((await editor.exportMask()).data).toEqual(state.data);
  }
});

test('the eraser takes away, Invert turns over, Clear empties, and all of it can be undone', async ({
  editor,
  page,
}) => {
  const placement = await openAndPlace(editor);
  await editor.setSlider('Brush size', 60);
  await editor.paint(strokes[0]!, placement);
  const painted = await editor.exportMask();

  await page.getByRole('toolbar', { name: 'Tools' }).getByLabel('Eraser', { exact: true }).click();
  await editor.paint([strokes[0]![0]!], placement);
  const erased = await editor.exportMask();
  expect(erased.data[250 * 800 + 250]).toBe(0);
  expect(painted.data[250 * 800 + 250]).toBe(255);

  await editor.button('Invert mask').click();
  const inverted = await editor.exportMask();
  expect(inverted.data).toEqual(erased.data.map((value) => 255 - value));

  await editor.button('Clear mask').click();
  expect((await editor.exportMask()).data.some((value) => value > 0)).toBe(false);

  for (const state of [inverted, erased, painted]) {
    await editor.button('Undo').click();
    expect((await editor.exportMask()).data).toEqual(state.data);
  }
});

test('Shift and a click draw a straight line from the last spot', async ({ editor, page }) => {
  const placement = await openAndPlace(editor);
  await editor.setSlider('Brush size', 30);
  await editor.paint([{ x: 250, y: 300 }], placement);
  await page.keyboard.down('Shift');
  await editor.paint([{ x: 550, y: 300 }], placement);
  await page.keyboard.up('Shift');
  const mask = await editor.exportMask();
  for (let x = 255; x < 545; x += 10) expect(mask.data[300 * 800 + x], `at ${x}`).toBe(255);
});

test('Stop ends a generation within a second, keeps the mask, and another one works', async ({ editor, page }) => {
  test.setTimeout(180_000);
  const [width, height] = [3000, 2000];
  await editor.open(pngFile(testPicture(width, height)), width, height);
  const placement = await editor.seenPlacement(width, height);
  await editor.setSlider('Brush size', 400);
  await editor.paintDisc({ x: width / 2, y: height / 2 }, 450, placement);
  const mask = await editor.exportMask();

  await editor.generateButton.click();
  await expect(page.getByRole('progressbar', { name: 'Generation' })).toBeVisible();
  // Timed in the page: the test's own way there and back is no part of it.
  const stoppedAfterMs = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const isRunning = () => document.querySelector('[role="progressbar"], progress') !== null;
        addEventListener(
          'click',
          ({ timeStamp }) => {
            const look = () => (isRunning() ? requestAnimationFrame(look) : resolve(performance.now() - timeStamp));
            look();
          },
          { once: true, capture: true },
        );
      }),
  );
  await editor.button('Stop').click();
  expect(await stoppedAfterMs).toBeLessThanOrEqual(1000);
  await expect(editor.generateButton).toBeVisible();
  await expect(editor.comparison).toBeHidden();
  expect((await editor.exportMask()).data).toEqual(mask.data);

  await editor.generate();
});

test('the comparison answers to keys, and O held shows the original', async ({ editor, page }) => {
  const editing = await openAndPlace(editor);
  await editor.setSlider('Brush size', 60);
  await editor.paintDisc({ x: 400, y: 300 }, 85, editing);
  await editor.generate();
  // The strip of results has come: the picture is elsewhere now.
  const placement = await editor.seenPlacement(...SIZE);

  const value = async () =>
    Number((await editor.comparison.getAttribute('aria-valuenow')) ?? (await editor.comparison.inputValue()));
  await editor.comparison.focus();
  const start = await value();
  await page.keyboard.press('ArrowLeft');
  expect(await value()).toBeLessThan(start);
  await page.keyboard.press('Home');
  expect(await value()).toBe(0);
  await page.keyboard.press('End');
  expect(await value()).toBe(100);

  // With the divider at its start all of the picture is the result; the object in its middle was black.
  await page.keyboard.press('Home');
  const middle = toScreen({ x: 430, y: 320 }, placement);
  const red = async (): Promise<number> => {
    await editor.settle();
    const clip = { x: middle.x, y: middle.y, width: 4, height: 4 };
    return decodePng(await page.screenshot({ clip })).data[0]!;
  };
  const atHome = await red();
  await page.keyboard.press('End');
  const atEnd = await red();
  expect(Math.min(atHome, atEnd), 'one end shows the black object').toBeLessThan(60);
  expect(Math.max(atHome, atEnd), 'the other end shows the result').toBeGreaterThan(90);

  await page.keyboard.press(atHome > atEnd ? 'Home' : 'End');
  await page.keyboard.down('o');
  expect(await red()).toBeLessThan(60);
  await page.keyboard.up('o');
  expect(await red()).toBeGreaterThan(90);
});

test('an accepted result can be taken back', async ({ editor }) => {
  const placement = await openAndPlace(editor);
  await editor.setSlider('Brush size', 60);
  await editor.paintDisc({ x: 400, y: 300 }, 85, placement);
  const before = decodePng((await editor.download()).bytes);
  await editor.generate();
  await editor.accept();
  const after = decodePng((await editor.download()).bytes);
  expect(after.data).not.toEqual(before.data);
  await editor.button('Undo').click();
  expect(decodePng((await editor.download()).bytes).data).toEqual(before.data);
});
