import type { Connection, PlanStep, SentFile } from '../contract.ts';
import { providerError } from '../errorFrom.ts';
import type { ProviderError } from '../errors.ts';
import { sentFile } from '../sentFile.ts';
import { sentParameters } from '../sentParameters.ts';
import { capabilities, EXPANSION_STEP, MAX_FILE_BYTES, MOST_SAMPLES } from './capabilities.ts';
import { routes } from './routes.ts';

const { label } = routes;

/** The JSON body of a call. @throws ProviderError before anything is sent. */
export const requestFields = async (
  step: PlanStep,
  chosen: Connection['settings'],
): Promise<Record<string, unknown>> => {
  const { operations, parameters, seed: seeds } = capabilities(chosen);
  const { operation, prompt, negativePrompt, seed } = step;
  const rules = operations[operation];
  if (!rules || (operation !== 'inpaint' && operation !== 'outpaint'))
    throw refused('unsupported', '{name} cannot do this kind of edit.');
  const options = sentParameters(label, parameters, step);
  if (!Number.isInteger(step.candidates) || step.candidates < 1 || step.candidates > MOST_SAMPLES.inpaint)
    throw refused('validation', `{name} makes 1 to ${MOST_SAMPLES.inpaint} pictures at once.`);
  const samples = Math.min(step.candidates, MOST_SAMPLES[operation]);
  if (operation === 'outpaint')
    return {
      init_image: await link(step, 'image'),
      prompt,
      ...expansionOf(step),
      ...options,
      samples,
      // The vendor's own values, which it says to leave alone.
      ...{ resolution: 1024, overlap: 0.02, stretch_area: 0.3, stretch_scale: 2 },
      ...{ horizontal_tile: 3, vertical_tile: 24, server_id: '' },
    };

  if (prompt.trim() === '') throw refused('validation', '{name} needs a prompt.', 'Enter a prompt.');
  if (seed !== null && seeds && !(Number.isInteger(seed) && seed >= seeds.min && seed <= seeds.max))
    throw refused(
      'validation',
      `The seed must be a whole number from ${seeds.min} to ${seeds.max}.`,
      'Change the seed.',
    );
  const { width, height } = step.expected;
  if (![width, height].every((side) => Number.isInteger(side) && side > 0))
    throw refused('validation', 'Width and height must be whole numbers.');
  const model = typeof chosen.modelId === 'string' ? chosen.modelId.trim() : '';
  return {
    model_id: model === '' ? 'sdxl' : model,
    prompt,
    ...(negativePrompt !== '' && { negative_prompt: negativePrompt }),
    init_image: await link(step, 'image'),
    mask_image: await link(step, 'mask'),
    ...options,
    samples,
    width,
    height,
    ...(seed !== null && { seed }),
  };
};

/** The vendor's words for the sides that grow, and by how much each. */
export const expansionOf = ({
  margins,
}: Pick<PlanStep, 'margins'>): { readonly direction: readonly string[]; readonly expansion: readonly number[] } => {
  const { left = 0, right = 0, top: up = 0, bottom: down = 0 } = margins ?? {};
  const grown = Object.entries({ left, right, up, down }).filter(([, px]) => px !== 0);
  if (grown.length === 0) throw refused('validation', 'No side is expanded.', 'Expand at least one side.');
  if (grown.some(([, px]) => px < 0 || px % EXPANSION_STEP !== 0))
    throw refused('validation', `{name} expands each side by a multiple of ${EXPANSION_STEP} px.`);
  return { direction: grown.map(([side]) => side), expansion: grown.map(([, px]) => px) };
};

const link = async (step: PlanStep, role: SentFile['role']): Promise<string> => {
  const { url } = await sentFile(label, step, role, MAX_FILE_BYTES);
  if (url !== undefined) return url;
  throw refused(
    'config',
    '{name} fetches pictures from a public link, and there is none.',
    'Start the gateway with a public address (PUBLIC_URL), or choose another provider.',
  );
};

const refused = (kind: 'validation' | 'unsupported' | 'config', message: string, nextStep?: string): ProviderError =>
  providerError(kind, label, { mayHaveCharged: 'no' }, { message, ...(nextStep !== undefined && { nextStep }) });
