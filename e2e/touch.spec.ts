import { expect, type CDPSession } from '@playwright/test';
import { toImage, toScreen, type Spot } from './editorPage.ts';
import { test } from './harness.ts';
import { maskMeasures } from './maskMeasures.ts';
import { pngFile, testPicture } from './pictures.ts';

const SIZE = [600, 500] as const;

test.use({ hasTouch: true });

/** Real touches through the browser's own input path. */
const touch = (session: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: readonly Spot[]) =>
  session.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })) });

test('one finger paints, two fingers zoom and leave no dab', async ({ editor, page, context }) => {
  await editor.open(pngFile(testPicture(...SIZE)), ...SIZE);
  await editor.setSlider('Brush size', 40);
  const session = await context.newCDPSession(page);
  const before = await editor.seenPlacement(...SIZE);
  const at = (x: number, y: number): Spot => toScreen({ x, y }, before);

  await touch(session, 'touchStart', at(200, 250));
  for (let x = 220; x <= 400; x += 20) await touch(session, 'touchMove', at(x, 250));
  await touch(session, 'touchEnd');
  await editor.settle();
  const painted = maskMeasures(await editor.exportMask());
  expect(Math.abs(painted.left - (toImage(at(200, 250), before).x - 20))).toBeLessThanOrEqual(1.5);
  expect(Math.abs(painted.right - (toImage(at(400, 250), before).x + 20))).toBeLessThanOrEqual(1.5);

  await touch(session, 'touchStart', at(250, 400));
  await touch(session, 'touchStart', at(250, 400), at(350, 400));
  for (let step = 1; step <= 5; step++) {
    await touch(session, 'touchMove', at(250 - 5 * step, 400), at(350 + 5 * step, 400));
  }
  await touch(session, 'touchEnd');
  await expect
    .poll(async () => (await editor.seenPlacement(...SIZE)).scale / before.scale, 'spread by half as much again')
    .toBeGreaterThan(1.4);
  expect((await editor.seenPlacement(...SIZE)).scale / before.scale).toBeLessThan(1.6);
  expect(maskMeasures(await editor.exportMask())).toEqual(painted);
});
