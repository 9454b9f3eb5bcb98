import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ask } from './ask.ts';
import { AskDialog } from './AskDialog.tsx';

let root: Root;

const question = {
  title: 'Replace the open picture?',
  body: 'It has changes that were not saved.',
  confirm: 'Replace',
  cancel: 'Keep it',
};

beforeEach(async () => {
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  root.render(
    <>
      <button type="button">Before</button>
      <AskDialog />
    </>,
  );
  await expect.element(page.getByRole('button', { name: 'Before' })).toBeInTheDocument();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const dialog = () => page.getByRole('alertdialog', { name: question.title });

test('asks with the focus on the answer that loses nothing, and gives the focus back', async () => {
  const before = page.getByRole('button', { name: 'Before' });
  before.element().focus();
  const answer = ask(question);
  await expect.element(dialog()).toHaveAccessibleDescription(question.body);
  await expect.element(page.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect(answer).resolves.toBe(true);
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(before).toHaveFocus();
});

test('Escape is no', async () => {
  const answer = ask(question);
  await expect.element(dialog()).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect(answer).resolves.toBe(false);
});
