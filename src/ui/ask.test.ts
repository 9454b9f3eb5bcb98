import { expect, test } from 'vitest';
import { ask, askStore, type Question } from './ask.ts';

const question: Question = { title: 'Replace?', body: 'It is gone.', confirm: 'Replace', cancel: 'Keep' };

test('the answer settles the question and clears it', async () => {
  const first = ask(question);
  expect(askStore.getState().asking?.question).toBe(question);
  askStore.getState().asking?.answer(true);
  await expect(first).resolves.toBe(true);
  expect(askStore.getState().asking).toBeNull();
});

test('a second question answers the first with no', async () => {
  const first = ask(question);
  const second = ask({ ...question, title: 'And now?' });
  await expect(first).resolves.toBe(false);
  expect(askStore.getState().asking?.question.title).toBe('And now?');
  askStore.getState().asking?.answer(false);
  await expect(second).resolves.toBe(false);
});
