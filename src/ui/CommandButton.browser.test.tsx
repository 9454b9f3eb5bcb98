import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CommandContext, type Command } from './command.ts';
import { CommandButton } from './CommandButton.tsx';
import { TooltipHost } from './TooltipHost.tsx';

let root: Root;
let runs: number;

const show = async (part: Partial<Command>): Promise<void> => {
  const run = (): void => {
    runs++;
  };
  const undo: Command = { id: 'undo', label: 'Undo', keys: ['$mod+z'], enabled: true, run, ...part };
  root.render(
    <CommandContext value={{ undo }}>
      <CommandButton id="undo" icon="undo" />
      <TooltipHost />
    </CommandContext>,
  );
  await expect.element(button()).toBeInTheDocument();
};

beforeEach(() => {
  runs = 0;
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const button = () => page.getByRole('button', { name: 'Undo' });

test('is named by its command and runs it', async () => {
  await show({});
  await button().click();
  expect(runs).toBe(1);
});

test('a command that is not possible now greys it, says why, and does not run', async () => {
  await show({ enabled: false, reason: 'Nothing to undo' });
  await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
  button()
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(runs).toBe(0);
  await userEvent.tab();
  await expect.element(button()).toHaveFocus();
  await expect.element(page.getByText('Nothing to undo')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Nothing to undo')).not.toBeInTheDocument();
});
