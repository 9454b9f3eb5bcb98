import { expect, test } from 'vitest';
import { besideAnchor } from './placeBeside.ts';

const view = { width: 1000, height: 600 };
const box = { width: 100, height: 30 };
const at = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 40 });

test('centred below, above and to the right', () => {
  expect(besideAnchor(box, at(480, 100), 'below', view)).toEqual({ left: 450, top: 146 });
  expect(besideAnchor(box, at(480, 100), 'above', view)).toEqual({ left: 450, top: 64 });
  expect(besideAnchor(box, at(4, 100), 'right', view)).toEqual({ left: 50, top: 105 });
});

test('turns to the other side where there is no room, and stays in the window', () => {
  expect(besideAnchor(box, at(480, 555), 'below', view).top).toBe(519);
  expect(besideAnchor(box, at(480, 2), 'above', view).top).toBe(48);
  expect(besideAnchor(box, at(0, 100), 'below', view).left).toBe(6);
  expect(besideAnchor(box, at(990, 100), 'below', view).left).toBe(894);
});
