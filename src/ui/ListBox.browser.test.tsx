import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ListBox } from './ListBox.tsx';

let root: Root;

const items = ['A', 'B', 'C'].map((id) => ({ id, label: `Candidate ${id}`, content: id }));

const Harness = () => {
  const [selected, setSelected] = useState('A');
  return <ListBox name="Candidates" items={items} selected={selected} onSelect={setSelected} />;
};

beforeEach(async () => {
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  root.render(<Harness />);
  await expect.element(page.getByRole('listbox', { name: 'Candidates' })).toBeInTheDocument();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const option = (id: string) => page.getByRole('option', { name: `Candidate ${id}` });

test('one tab stop; arrows, Home and End move selection and focus, and stop at the ends', async () => {
  await userEvent.tab();
  await expect.element(option('A')).toHaveFocus();
  for (const [key, id] of [
    ['{ArrowRight}', 'B'],
    ['{End}', 'C'],
    ['{ArrowRight}', 'C'],
    ['{ArrowLeft}', 'B'],
    ['{Home}', 'A'],
  ] as const) {
    await userEvent.keyboard(key);
    await expect.element(option(id)).toHaveFocus();
    await expect.element(option(id)).toHaveAttribute('aria-selected', 'true');
  }
});

test('a press selects', async () => {
  await option('C').click();
  await expect.element(option('C')).toHaveAttribute('aria-selected', 'true');
  await expect.element(option('A')).toHaveAttribute('aria-selected', 'false');
});
