import type { CDPSession, Page } from '@playwright/test';
import { painted, recordFrames } from './pageMeasures.ts';
import { processTime } from './processTime.ts';
import { measuredStroke, type Box, type Spot } from './strokePaths.ts';

const vsyncMs = 1000 / 60;
/** What a mouse sends. */
const movesPerSecond = 120;

export type OpenLoop = { readonly fps: number; readonly dropped: number; readonly frameP95: number };

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

type Pressed = 'mousePressed' | 'mouseMoved' | 'mouseReleased';

const send = (session: CDPSession, type: Pressed, { x, y }: Spot, button: 'left' | 'none'): Promise<unknown> =>
  session.send('Input.dispatchMouseEvent', { type, x, y, button, buttons: button === 'left' ? 1 : 0, clickCount: 1 });

/** A stroke as a hand gives it: moves come 120 times a second, whatever the page is able to take. */
export const openLoop = async (page: Page, session: CDPSession, box: Box, moves: number): Promise<OpenLoop> => {
  const path = measuredStroke(box, moves);
  const [first, ...rest] = path;
  const last = path.at(-1);
  if (!first || !last) throw new Error('A stroke needs points.');
  await send(session, 'mousePressed', first, 'left');
  const stop = await recordFrames(page);
  const start = performance.now();
  const sent: Promise<unknown>[] = [];
  for (const [index, spot] of rest.entries()) {
    const due = start + ((index + 1) * 1000) / movesPerSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send(session, 'mouseMoved', spot, 'left'));
  }
  await Promise.all(sent);
  const times = await stop();
  await send(session, 'mouseReleased', last, 'left');
  await painted(page);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const duration = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return {
    fps: (1000 * gaps.length) / duration,
    dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / vsyncMs) - 1), 0),
    frameP95: percentile(gaps, 0.95),
  };
};

/**
 * Processor time per move (ms, the whole browser) of a stroke in which each move waits until the one before was painted.
 * With `button` "none" it only hovers.
 */
export const cpuPerMove = async (
  page: Page,
  session: CDPSession,
  pid: number,
  box: Box,
  moves: number,
  button: 'left' | 'none',
): Promise<number> => {
  const path = measuredStroke(box, moves);
  const [first, ...rest] = path;
  const last = path.at(-1);
  if (!first || !last) throw new Error('A stroke needs points.');
  await send(session, 'mouseMoved', first, 'none');
  if (button === 'left') await send(session, 'mousePressed', first, 'left');
  await painted(page);
  const before = processTime(pid);
  for (const spot of rest) {
    await send(session, 'mouseMoved', spot, button);
    await painted(page);
  }
  const after = processTime(pid);
  if (button === 'left') await send(session, 'mouseReleased', last, 'left');
  await painted(page);
  return before === undefined || after === undefined ? NaN : (after - before) / moves;
};
