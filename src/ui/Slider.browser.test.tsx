import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Slider } from './Slider.tsx';
import { powerCurve } from './sliderCurve.ts';

let root: Root;
let seen: number[];

const Harness = () => {
  const [value, setValue] = useState(80);
  return (
    <div style={{ width: 360 }}>
      <Slider
        name="Brush size"
        words="Size"
        min={1}
        max={1000}
        curve={powerCurve(1, 1000, 2.5)}
        value={value}
        format={(px) => `${px} px`}
        onChange={(next) => {
          seen.push(next);
          setValue(next);
        }}
      />
    </div>
  );
};

beforeEach(async () => {
  seen = [];
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  root.render(<Harness />);
  await expect.element(slider()).toBeInTheDocument();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const slider = () => page.getByRole('slider', { name: 'Brush size' });

/** Presses at a fraction of the track's width and lets go. */
const pressAt = (fraction: number): void => {
  const input = slider().element();
  const box = input.getBoundingClientRect();
  const init = {
    bubbles: true,
    cancelable: true,
    pointerId: 1,
    button: 0,
    clientX: box.left + 7 + fraction * (box.width - 14),
    clientY: box.top + box.height / 2,
  };
  // A made-up pointer cannot be captured; that the input asks for it is all that matters here.
  input.setPointerCapture = () => undefined;
  input.dispatchEvent(new PointerEvent('pointerdown', init));
  input.dispatchEvent(new PointerEvent('pointerup', init));
};

test('its value is in px, whatever the track looks like', async () => {
  await expect.element(slider()).toHaveValue('80');
  await slider().fill('250');
  expect(seen.at(-1)).toBe(250);
  await expect.element(slider()).toHaveAttribute('aria-valuetext', '250 px');
});

test('the arrow keys step by one px', async () => {
  slider().element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(seen).toEqual([81, 82, 81]);
});

test('the middle of the track is 178 px, its ends are the range', async () => {
  pressAt(0.5);
  expect(seen.at(-1)).toBe(178);
  pressAt(0);
  expect(seen.at(-1)).toBe(1);
  pressAt(1);
  expect(seen.at(-1)).toBe(1000);
  await expect.element(slider()).toHaveFocus();
});
