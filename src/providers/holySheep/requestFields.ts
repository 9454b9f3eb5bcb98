import type { Margins } from '../../geometry/margins.ts';
import { encodeBase64 } from '../base64.ts';
import type { PlanStep } from '../contract.ts';
import { providerError } from '../errorFrom.ts';
import { sentFile } from '../sentFile.ts';
import { sentParameters } from '../sentParameters.ts';
import { capabilities, MAX_FILE_BYTES, type Dialect } from './capabilities.ts';
import { routes } from './routes.ts';

export type Direction = 'left' | 'right' | 'top' | 'bottom' | 'all';

/** The body of a call, without what makes it asynchronous. @throws ProviderError before anything is sent. */
export const requestFields = async (step: PlanStep, dialect: Dialect): Promise<Record<string, unknown>> => {
  const { label } = routes;
  const options = sentParameters(label, capabilities({ dialect }).parameters, step);
  const image = await sentFile(label, step, 'image', MAX_FILE_BYTES);
  if (step.operation === 'outpaint' && dialect === 'v1') {
    const margins = step.margins ?? { left: 0, right: 0, top: 0, bottom: 0 };
    return {
      model: 'image-edit-outpaint-v2',
      image: encodeBase64(image.read),
      direction: directionOf(margins),
      target_width: step.size.width + margins.left + margins.right,
      target_height: step.size.height + margins.top + margins.bottom,
      prompt: step.prompt,
      // The other value could change the size that comes back.
      match_aspect_ratio: false,
      ...options,
      seed: step.seed,
    };
  }
  if (step.operation !== 'inpaint')
    throw providerError(
      'unsupported',
      label,
      { mayHaveCharged: 'no' },
      { message: '{name} cannot do this kind of edit.' },
    );
  const mask = await sentFile(label, step, 'mask', MAX_FILE_BYTES);
  if (dialect === 'edits')
    return {
      model: 'sd-xl-inpainting',
      image: `data:image/${image.format};base64,${encodeBase64(image.read)}`,
      mask: `data:image/${mask.format};base64,${encodeBase64(mask.read)}`,
      prompt: step.prompt,
      ...(step.negativePrompt !== '' && { negative_prompt: step.negativePrompt }),
      ...options,
      response_format: 'url',
    };
  return {
    model: 'image-edit-inpaint-v2',
    image: encodeBase64(image.read),
    mask: encodeBase64(mask.read),
    prompt: step.prompt,
    ...options,
    seed: step.seed,
  };
};

/** The one word for these margins. @throws ProviderError where there is none: one side, or opposite sides alike, at least 1 px. */
export const directionOf = (margins: Margins): Direction => {
  const { left, right, top, bottom } = margins;
  const grown = (['left', 'right', 'top', 'bottom'] as const).filter((side) => margins[side] > 0);
  const whole = [left, right, top, bottom].every((margin) => Number.isInteger(margin) && margin >= 0);
  const [only] = grown;
  if (whole && only !== undefined) {
    if (grown.length === 1) return only;
    if (left === right && top === bottom) return 'all';
  }
  throw providerError(
    'unsupported',
    routes.label,
    { mayHaveCharged: 'no' },
    {
      message: '{name} expands one side at a time, or opposite sides alike.',
      nextStep: 'Choose other margins.',
    },
  );
};
