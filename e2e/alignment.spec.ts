import { expect } from '@playwright/test';
import { toImage, toScreen, type EditorPage, type Spot } from './editorPage.ts';
import { test } from './harness.ts';
import { maskMeasures } from './maskMeasures.ts';
import { pngFile, testPicture } from './pictures.ts';

const WINDOW = { width: 1280, height: 800 };
const PAGE_ZOOMS = [0.8, 1, 1.25];
const PIXEL_RATIOS = [1, 1.5, 2];

/** Aspect ratios 1:4 to 4:1. */
const SIZES = [
  [400, 1600],
  [600, 1200],
  [1000, 1000],
  [1200, 600],
  [1600, 400],
] as const;

/** Off-centre, off any grid, clear of the markers. */
const dabSpot = (width: number, height: number): Spot => ({ x: width * 0.37, y: height * 0.61 });

const openMarked = async (editor: EditorPage, width: number, height: number): Promise<void> => {
  await editor.open(pngFile(testPicture(width, height)), width, height);
  await editor.setSlider('Brush size', 41);
};

/** Clicks, and compares the middle of the painted dab with the spot that was under the pointer on the screenshot. */
const expectDabUnderPointer = async (editor: EditorPage, width: number, height: number): Promise<void> => {
  const placement = await editor.seenPlacement(width, height);
  const screen = toScreen(dabSpot(width, height), placement);
  const aimed = toImage(screen, placement);
  await editor.stroke([screen]);
  const { centre, area } = maskMeasures(await editor.exportMask());
  expect(area).toBeGreaterThan(0);
  const miss = Math.hypot(centre.x - aimed.x, centre.y - aimed.y);
  // One image px; where a screen pixel covers more than two of them, half a screen pixel, which is all that a screenshot can tell.
  const tolerance = Math.max(1, 0.5 / (placement.scale * placement.devicePixels));
  expect(miss, `dab at ${centre.x}, ${centre.y}, aimed at ${aimed.x}, ${aimed.y}`).toBeLessThanOrEqual(tolerance);
};

for (const zoom of PAGE_ZOOMS)
  for (const ratio of PIXEL_RATIOS)
    test.describe(`page zoom ${zoom * 100} %, device pixel ratio ${ratio}`, () => {
      /*
       * No protocol command presses Ctrl +. But to a page its zoom is nothing else than this: each CSS px covers `zoom` times as many
       * device px, and as many fewer CSS px fit into the window.
       */
      test.use({
        deviceScaleFactor: ratio * zoom,
        viewport: { width: Math.round(WINDOW.width / zoom), height: Math.round(WINDOW.height / zoom) },
      });

      for (const [width, height] of SIZES)
        test(`a dab lands under the pointer on ${width} × ${height}`, async ({ editor }) => {
          await openMarked(editor, width, height);
          await expectDabUnderPointer(editor, width, height);
        });
    });

test('a dab lands under the pointer at every zoom', async ({ editor }) => {
  const [width, height] = [500, 400];
  await openMarked(editor, width, height);
  for (const zoom of ['100%', 'Zoom out', 'Fit', 'Zoom out']) {
    await editor.button(zoom).click();
    await editor.settle();
    await expectDabUnderPointer(editor, width, height);
    await editor.button('Clear mask').click();
  }
});

test('a scrolled page does not move the mask', async ({ editor, page }) => {
  await openMarked(editor, 1200, 600);
  await page.evaluate(() => {
    const spacer = document.createElement('div');
    spacer.style.height = '160px';
    document.body.prepend(spacer);
    for (const element of [document.documentElement, document.body]) {
      element.style.overflow = 'visible';
      element.style.height = 'auto';
    }
    scrollTo(0, 117);
  });
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(117);
  await editor.settle();
  await expectDabUnderPointer(editor, 1200, 600);
});

test('a window resized in mid-stroke does not move the mask', async ({ editor, page }) => {
  const [width, height] = [1000, 1000];
  await openMarked(editor, width, height);
  const before = await editor.seenPlacement(width, height);
  const start = toScreen({ x: 300, y: 500 }, before);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  const middle = toScreen({ x: 480, y: 500 }, before);
  await page.mouse.move(middle.x, middle.y, { steps: 8 });
  await editor.settle();

  await page.setViewportSize({ width: 1100, height: 700 });
  await editor.settle();
  const after = await editor.seenPlacement(width, height);
  const end = toScreen({ x: 700, y: 500 }, after);
  // In one jump: on the way there from where the pointer was it would draw a detour, and rightly so.
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
  await editor.settle();

  const mask = maskMeasures(await editor.exportMask());
  const radius = 41 / 2;
  expect(Math.abs(mask.left - (toImage(start, before).x - radius))).toBeLessThanOrEqual(1.5);
  expect(Math.abs(mask.right - (toImage(end, after).x + radius))).toBeLessThanOrEqual(1.5);
  const middleRow = (toImage(start, before).y + toImage(end, after).y) / 2;
  expect(Math.abs(mask.centre.y - middleRow)).toBeLessThanOrEqual(2);
});

test('a stroke that leaves the surface and comes back is whole', async ({ editor, page }) => {
  const [width, height] = [1000, 1000];
  await openMarked(editor, width, height);
  const placement = await editor.seenPlacement(width, height);
  const start = toScreen({ x: 500, y: 300 }, placement);
  const end = toScreen({ x: 500, y: 700 }, placement);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, 2, { steps: 6 });
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
  await editor.settle();
  const mask = maskMeasures(await editor.exportMask());
  expect(mask.top).toBe(0);
  expect(Math.abs(mask.bottom - (toImage(end, placement).y + 41 / 2))).toBeLessThanOrEqual(1.5);
});
