import type { PlanStep } from '../contract.ts';
import { providerError } from '../errorFrom.ts';
import type { ProviderError } from '../errors.ts';
import type { FormField } from '../http.ts';
import { sentFile, type CheckedFile } from '../sentFile.ts';
import { sentParameters } from '../sentParameters.ts';
import { capabilities, MAX_REQUEST_BYTES } from './capabilities.ts';
import { routes } from './routes.ts';

const { label } = routes;

/** The fields of a call in the order of the vendor's pages. @throws ProviderError before anything is sent. */
export const formFields = async (step: PlanStep): Promise<FormField[]> => {
  const { operation, prompt, negativePrompt, searchPrompt, seed } = step;
  const options = sentParameters(label, capabilities().parameters, step);
  const masked = operation === 'inpaint' || operation === 'erase';
  const files = [await sentFile(label, step, 'image', MAX_REQUEST_BYTES)];
  if (masked) files.push(await sentFile(label, step, 'mask', MAX_REQUEST_BYTES));
  if (files.reduce((bytes, file) => bytes + file.read.length, 0) > MAX_REQUEST_BYTES)
    throw refused('payload-too-large', 'The image and the mask together have more than the 10 MB that {name} takes.');
  if (operation === 'search-and-replace' && (searchPrompt ?? '') === '')
    throw refused('validation', 'What should be replaced is not said.', 'Enter what to search for.');
  const texts: Readonly<Record<string, string | number | boolean | undefined>> = {
    ...(operation === 'outpaint' && sides(step)),
    prompt: operation === 'erase' ? '' : prompt,
    search_prompt: operation === 'search-and-replace' ? searchPrompt : '',
    negative_prompt: operation === 'inpaint' || operation === 'search-and-replace' ? negativePrompt : '',
    ...options,
    ...(seed !== null && { seed: inRange(seed) }),
  };
  return [
    ...files.map(fileField),
    ...Object.entries(texts)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => ({ name, text: asText(value) })),
  ];
};

const fileField = ({ role, format, read }: CheckedFile): FormField => ({
  name: role,
  file: new Blob([read], { type: `image/${format}` }),
  fileName: `${role}.${format}`,
});

/** Steps of a slider leave traces like 0.30000000000000004. */
const asText = (value: string | number | boolean | undefined): string =>
  typeof value === 'number' ? String(Math.round(value * 1e4) / 1e4) : String(value);

/** The vendor's words for the sides; only those that grow. */
const sides = ({ margins }: PlanStep): Record<string, number> => {
  const { left = 0, right = 0, top: up = 0, bottom: down = 0 } = margins ?? {};
  const grown = Object.entries({ left, right, up, down }).filter(([, px]) => px !== 0);
  if (grown.length === 0) throw refused('validation', 'No side is expanded.', 'Expand at least one side.');
  if (grown.some(([, px]) => !Number.isInteger(px) || px < 0 || px > 2000))
    throw refused('validation', '{name} expands each side by 1 to 2000 pixels.', 'Choose other margins.');
  return Object.fromEntries(grown);
};

const inRange = (seed: number): number => {
  if (Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_294) return seed;
  throw refused('validation', 'The seed must be a whole number from 0 to 4294967294.', 'Change the seed.');
};

const refused = (kind: 'validation' | 'payload-too-large', message: string, nextStep?: string): ProviderError =>
  providerError(kind, label, { mayHaveCharged: 'no' }, { message, ...(nextStep !== undefined && { nextStep }) });
