import { expect, type Page } from '@playwright/test';
import { earlierStrokes, type Box, type Spot } from './strokePaths.ts';

/** What is measured: our app, or the naive page. Both are driven by the same hand. */
export type Subject = {
  readonly name: 'overpaint' | 'naive';
  readonly address: string;
  /** Closed-loop moves: the naive page takes a second for each on a large picture. */
  readonly moves: (side: number) => number;
  readonly prepare: (page: Page) => Promise<void>;
  readonly seed: (page: Page, strokes: Spot[][]) => Promise<void>;
};

const moves = 300;

export const overpaint = (address: string): Subject => ({
  name: 'overpaint',
  address,
  moves: () => moves,
  prepare: async (page) => {
    await page.getByRole('slider', { name: 'Brush size', exact: true }).fill('100');
    await page.getByRole('button', { name: 'Fit', exact: true }).click();
  },
  // Through the app's own handlers, a stroke a frame.
  seed: (page, strokes) =>
    page.getByTestId('canvas').evaluate(async (surface, all) => {
      const give = (type: string, { x, y }: Spot, buttons: number): boolean =>
        surface.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            pointerId: 1,
            pointerType: 'mouse',
            isPrimary: true,
            button: type === 'pointermove' ? -1 : 0,
            buttons,
            clientX: x,
            clientY: y,
          }),
        );
      for (const points of all) {
        const [first, ...rest] = points;
        const last = points.at(-1);
        if (!first || !last) continue;
        give('pointerdown', first, 1);
        for (const spot of rest) give('pointermove', spot, 1);
        give('pointerup', last, 0);
        await new Promise(requestAnimationFrame);
      }
    }, strokes),
});

export const naive = (address: string): Subject => ({
  name: 'naive',
  address,
  moves: (side) => (side > 2048 ? 12 : 60),
  prepare: () => Promise.resolve(),
  seed: (page, strokes) =>
    page.evaluate((all) => (globalThis as unknown as { seed: (strokes: Spot[][]) => void }).seed(all), strokes),
});

/** Opens the picture and brings the surface's place on the screen. */
export const openPicture = async (page: Page, subject: Subject, side: number, path: string): Promise<Box> => {
  await page.goto(subject.address);
  await page.locator('input[type="file"][aria-label="Open image"]').first().setInputFiles(path);
  await expect(page.getByTestId('image-size')).toHaveText(`${side} × ${side}`, { timeout: 120_000 });
  await subject.prepare(page);
  await page.waitForTimeout(1500);
  const box = await page.getByTestId('canvas').boundingBox();
  if (!box) throw new Error('The drawing surface is not on the screen.');
  return box;
};

/** Puts that many earlier strokes on the picture. */
export const addEarlierStrokes = (page: Page, subject: Subject, box: Box, count: number): Promise<void> =>
  subject.seed(page, earlierStrokes(box, count));
