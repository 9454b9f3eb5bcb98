import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewStore } from '../canvas/viewStore.ts';
import { documentOf, type PictureId } from '../document/editDocument.ts';
import { documentStore } from '../document/store.ts';
import { CompareSlider } from './CompareSlider.tsx';

let root: Root;

/** A picture of 400 x 200 image px at half size, its left edge at 50 CSS px: its divider at 50 % is at 150 CSS px. */
beforeEach(async () => {
  const size = { width: 400, height: 200 };
  documentStore.setState({ document: documentOf({ id: 'a' as PictureId, size, hasAlpha: false }) });
  viewStore.setState({
    stage: { width: 300, height: 200 },
    viewport: { x: 50, y: 20, scale: 0.5 },
    comparing: 'result',
    compareMode: 'slider',
    comparePosition: 50,
  });
  const place = document.createElement('div');
  place.style.cssText = 'position: relative; width: 300px; height: 200px';
  document.body.append(place);
  root = createRoot(place);
  root.render(
    <>
      <div data-testid="canvas" style={{ position: 'absolute', inset: 0 }} />
      <CompareSlider />
    </>,
  );
  await expect.element(slider()).toBeInTheDocument();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  viewStore.setState(viewStore.getInitialState());
  documentStore.setState(documentStore.getInitialState());
});

const slider = () => page.getByRole('slider', { name: 'Before and after' });
const position = (): number => viewStore.getState().comparePosition;

/** The element that a press at that place of the stage arrives at. */
const hit = (x: number, y: number): Element => {
  const stage = page.getByTestId('canvas').element().getBoundingClientRect();
  const element = document.elementFromPoint(stage.left + x, stage.top + y);
  if (!element) throw new Error('Nothing is there.');
  return element;
};

test('it lies over the picture', () => {
  const stage = page.getByTestId('canvas').element().getBoundingClientRect();
  const box = slider().element().getBoundingClientRect();
  expect([box.left - stage.left, box.top - stage.top, box.width, box.height]).toEqual([50, 20, 200, 100]);
});

test('only a strip of 44 px around the divider takes the pointer', () => {
  const canvas = page.getByTestId('canvas').element();
  expect(hit(150 - 24, 70)).toBe(canvas);
  expect(hit(150 - 20, 70)).not.toBe(canvas);
  expect(hit(150 + 20, 25)).not.toBe(canvas);
  expect(hit(150 + 24, 70)).toBe(canvas);
});

test('dragging moves it with the pointer, from wherever it was taken', () => {
  const handle = hit(155, 70);
  if (!(handle instanceof HTMLElement)) throw new Error('The handle is not there.');
  handle.setPointerCapture = () => undefined;
  const left = page.getByTestId('canvas').element().getBoundingClientRect().left;
  const send = (type: string, x: number) =>
    handle.dispatchEvent(
      new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX: left + x }),
    );
  send('pointerdown', 155);
  expect(position()).toBe(50);
  send('pointermove', 205);
  expect(position()).toBe(75);
  send('pointermove', 900);
  expect(position()).toBe(100);
  send('pointerup', 900);
  send('pointermove', 155);
  expect(position()).toBe(100);
});

test('the arrow keys move it by one per cent', async () => {
  slider().element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(position()).toBe(51);
  await userEvent.keyboard('{Home}');
  expect(position()).toBe(0);
});

test('it is there in slider mode only', async () => {
  viewStore.setState({ compareMode: 'flicker' });
  await expect.element(slider()).not.toBeInTheDocument();
});
