import type { Page } from '@playwright/test';

/** Starts to note when frames begin (ms). The returned function ends it and brings the notes. */
export const recordFrames = async (page: Page): Promise<() => Promise<number[]>> => {
  const recorder = await page.evaluateHandle(() => {
    const times: number[] = [];
    const state = { on: true, times };
    const note = (time: number): void => {
      times.push(time);
      if (state.on) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return state;
  });
  return () =>
    recorder.evaluate((state) => {
      state.on = false;
      return state.times;
    });
};

/** Starts to watch the main thread. The returned function ends it and says the longest time (ms) that it was not free. */
export const recordBlocks = async (page: Page): Promise<() => Promise<number>> => {
  const recorder = await page.evaluateHandle(() => {
    const state = { on: true, longest: 0 };
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - last);
      last = now;
      if (state.on) port2.postMessage(null);
    };
    port2.postMessage(null);
    return state;
  });
  return () =>
    recorder.evaluate((state) => {
      state.on = false;
      return state.longest;
    });
};

/** Two frames, so that what was asked for has been painted. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Presses Ctrl+Z; ms from the key until the frame that shows the result has been made. */
export const undoLatency = async (page: Page): Promise<number> => {
  const latency = await page.evaluateHandle(() => {
    const measured = new Promise<number>((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(null);
          }),
        { once: true, capture: true },
      );
    });
    return { measured };
  });
  await page.keyboard.press('Control+z');
  return latency.evaluate(({ measured }) => measured);
};
