import { encodeBase64 } from '../base64.ts';
import type { Connection, PlanStep, SentFile } from '../contract.ts';
import { providerError } from '../errorFrom.ts';
import type { ProviderError } from '../errors.ts';
import { sentFile } from '../sentFile.ts';
import { sentParameters } from '../sentParameters.ts';
import { capabilities, MAX_FILE_BYTES } from './capabilities.ts';
import { routes } from './routes.ts';
import { readSettings, type AppyPieSettings } from './settings.ts';

const { label } = routes;

/** The JSON body of an edit. Without files it would be text to picture, so both are required. @throws ProviderError before anything is sent. */
export const requestFields = async (
  step: PlanStep,
  chosen: Connection['settings'],
): Promise<Record<string, unknown>> => {
  const settings = readSettings(chosen);
  const isWorker = settings.dialect === 'worker';
  const { parameters, operations } = capabilities(chosen);
  if (step.operation !== 'inpaint') throw refused('unsupported', '{name} cannot do this kind of edit.');
  if (step.prompt.trim() === '') throw refused('validation', '{name} needs a prompt.', 'Enter a prompt.');
  const options = sentParameters(label, parameters, step);
  const { minSide = 0, maxSide = Infinity } = operations.inpaint?.size ?? {};
  const { width, height } = step.expected;
  if (Math.min(width, height) < minSide || Math.max(width, height) > maxSide)
    throw refused('validation', `{name} makes pictures with sides from ${minSide} to ${maxSide} px.`);
  return {
    prompt: step.prompt,
    ...(step.negativePrompt !== '' && { negative_prompt: step.negativePrompt }),
    ...(isWorker ? { width, height } : { size: `${width}x${height}` }),
    ...(isWorker && step.seed !== null && { seed: step.seed }),
    ...options,
    ...(!isWorker && settings.responseFormat !== '' && { response_format: settings.responseFormat }),
    ...(settings.isStreamed && settings.systemPrompt !== '' && { 'System prompt': settings.systemPrompt }),
    [settings.imageField]: await fileValue(step, 'image', settings),
    [settings.maskField]: await fileValue(step, 'mask', settings),
  };
};

const fileValue = async (step: PlanStep, role: SentFile['role'], settings: AppyPieSettings): Promise<string> => {
  const file = await sentFile(label, step, role, MAX_FILE_BYTES);
  if (settings.sendsBase64) return encodeBase64(file.read);
  if (file.url !== undefined) return file.url;
  throw refused(
    'config',
    '{name} fetches pictures from a public link, and there is none.',
    'Start the gateway with a public address (PUBLIC_URL), or choose another provider.',
  );
};

const refused = (kind: 'validation' | 'unsupported' | 'config', message: string, nextStep?: string): ProviderError =>
  providerError(kind, label, { mayHaveCharged: 'no' }, { message, ...(nextStep !== undefined && { nextStep }) });
