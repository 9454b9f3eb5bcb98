import { expect, test } from 'vitest';
import type { Picture, PictureId } from '../document/editDocument.ts';
import type { Candidate, Generation } from '../document/generation.ts';
import { emptyMask } from '../document/tileMask.ts';
import { rect } from '../geometry/rect.ts';
import { historyItems } from './historyItems.ts';

const size = { width: 100, height: 80 };
const picture = (id: string): Picture => ({ id: id as PictureId, size, hasAlpha: false });
const candidate = (id: string): Candidate => ({
  id,
  picture: picture(`picture-${id}`),
  changed: rect(0, 0, 10, 10),
  raw: null,
  proof: { protectedPixels: 7900, changedPixels: 0 },
  seed: 1,
});
const generation = (id: string, source: string, ...candidates: readonly Candidate[]): Generation => ({
  id,
  provider: { id: 'on-device', label: 'On-device' },
  prompt: '',
  asked: { operation: 'inpaint', prompt: '', negativePrompt: '', searchPrompt: '', seed: 1, parameters: {} },
  frame: rect(0, 0, 100, 80),
  price: { kind: 'free' },
  warnings: [],
  source: picture(source),
  mask: emptyMask(size),
  candidates,
  startedAt: 0,
  duration: 900,
});
const first = generation('1', 'opened', candidate('a'));
const second = generation('2', 'picture-a', candidate('b'), candidate('c'));
const current = (items: ReturnType<typeof historyItems>): readonly string[] =>
  items.filter((item) => item.current).map((item) => item.label);

test('while editing, the source is current', () => {
  expect(current(historyItems(picture('opened'), picture('opened'), [first], null))).toEqual(['Original']);
  expect(current(historyItems(picture('opened'), picture('picture-a'), [first, second], null))).toEqual([
    'Result 1, On-device',
  ]);
});

test('while comparing, the result in view is current and stands for its generation', () => {
  const items = historyItems(picture('opened'), picture('picture-a'), [first, second], 'c');
  expect(current(items)).toEqual(['Result 2, On-device']);
  expect(items[2]?.picture.id).toBe('picture-c');
});

test('the original stays the opened picture after a result was accepted', () => {
  expect(historyItems(picture('opened'), picture('picture-a'), [first, second], null)[0]?.picture.id).toBe('opened');
});
