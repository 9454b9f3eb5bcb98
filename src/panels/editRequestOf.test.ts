import { expect, test } from 'vitest';
import { editRequestOf, maskOperationsOf, operationOf, parametersOf } from './editRequestOf.ts';
import { paintShop } from './fixtures/paintShop.ts';
import { choicesOf, settingsStore, type ProviderChoices } from './settingsStore.ts';

const capabilities = paintShop.capabilities({});
const state = {
  ...settingsStore.getState(),
  prompt: ' moss ',
  negativePrompt: ' people ',
  searchPrompt: ' boat ',
  seed: 7,
};
const choices = (changes: Partial<ProviderChoices>): ProviderChoices => ({ ...choicesOf(state, 'x'), ...changes });

test('the operation is the chosen one where the provider has it, else its first', () => {
  expect(maskOperationsOf(capabilities)).toEqual(['inpaint', 'erase', 'search-and-replace']);
  expect(operationOf(capabilities, choices({}))).toBe('inpaint');
  expect(operationOf(capabilities, choices({ operation: 'erase' }))).toBe('erase');
  const { inpaint } = capabilities.operations;
  const only = { ...capabilities, operations: inpaint ? { inpaint } : {} };
  expect(operationOf(only, choices({ operation: 'erase' }))).toBe('inpaint');
});

test('parameters are those of the operation', () => {
  expect(parametersOf(capabilities, 'erase').map(({ key }) => key)).toEqual(['output_format']);
});

test('words are trimmed, and left out where they mean nothing', () => {
  const request = editRequestOf(state, choices({}), capabilities);
  expect(request).toMatchObject({
    operation: 'inpaint',
    prompt: 'moss',
    negativePrompt: 'people',
    searchPrompt: '',
    seed: 7,
  });
  expect(editRequestOf(state, choices({ operation: 'search-and-replace' }), capabilities).searchPrompt).toBe('boat');
  expect(editRequestOf(state, choices({}), { ...capabilities, negativePrompt: false }).negativePrompt).toBe('');
});

test('only chosen values that the operation takes are asked for; seed and samples are kept within the provider’s range', () => {
  const parameters = { steps: 12, guidance: 3, unknown: 1, output_format: 'jpeg' };
  expect(editRequestOf(state, choices({ parameters }), capabilities).parameters).toEqual({
    steps: 12,
    guidance: 3,
    output_format: 'jpeg',
  });
  expect(editRequestOf(state, choices({ parameters, operation: 'erase' }), capabilities).parameters).toEqual({
    output_format: 'jpeg',
  });
  const narrow = { ...capabilities, seed: { min: 10, max: 20 }, maxCandidates: 2 };
  expect(editRequestOf(state, choices({ candidates: 4 }), narrow)).toMatchObject({ seed: 10, candidates: 2 });
  expect(editRequestOf(state, choices({}), { ...capabilities, seed: null }).seed).toBeNull();
});
