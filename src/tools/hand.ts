import type { Tool } from './tool.ts';

/** Moves the view with the pointer; cancelling leaves the view where it is. */
export const hand: Tool = {
  id: 'hand',
  cursor: 'grab',
  begin(first, port) {
    let last = first.screen;
    return {
      move(samples) {
        const now = samples.at(-1)?.screen ?? last;
        port.panBy(now.x - last.x, now.y - last.y);
        last = now;
      },
      commit: () => undefined,
      cancel: () => undefined,
    };
  },
};
