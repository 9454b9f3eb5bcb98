import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popover } from './Popover.tsx';
import { TooltipHost } from './TooltipHost.tsx';

let root: Root;

beforeEach(async () => {
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  root.render(
    <>
      <Popover name="File format" icon="chevron">
        <button type="button">JPEG</button>
      </Popover>
      <TooltipHost />
    </>,
  );
  await expect.element(trigger()).toBeInTheDocument();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const trigger = () => page.getByRole('button', { name: 'File format' });
const inside = () => page.getByRole('button', { name: 'JPEG' });

test('opens below its button, takes the next Tab, and gives the focus back on Escape', async () => {
  await trigger().click();
  await expect.element(inside()).toBeVisible();
  const panel = page.getByRole('dialog', { name: 'File format' }).element().getBoundingClientRect();
  expect(panel.top).toBe(trigger().element().getBoundingClientRect().bottom + 6);
  await userEvent.tab();
  await expect.element(inside()).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(inside()).not.toBeInTheDocument();
  await expect.element(trigger()).toHaveFocus();
  // The focus that comes back shows the tooltip, after the panel has closed.
  await expect.element(page.getByText('File format')).toBeVisible();
});
