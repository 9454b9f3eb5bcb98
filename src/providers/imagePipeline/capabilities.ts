import type { Capabilities, Connection, OperationCapability, Parameter, Setting } from '../contract.ts';

/** What the gateway's uploads take; the vendor states no limit. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Pictures that one call brings at most. */
export const MOST_SAMPLES = { inpaint: 4, outpaint: 2 } as const;

/** Expansions go in multiples of this, px. */
export const EXPANSION_STEP = 64;

export const settings: readonly Setting[] = [
  {
    key: 'dialect',
    label: 'Dialect',
    type: 'choice',
    values: [
      { value: 'v1', label: 'v1 (header API-Key)' },
      { value: 'v2', label: 'v2 (header X-API-Key)' },
    ],
    initial: 'v1',
  },
  { key: 'modelId', label: 'Model', type: 'text', initial: 'sdxl' },
  {
    key: 'outpaint',
    label: 'Expanding',
    type: 'choice',
    values: [
      { value: 'native', label: 'Outpainting call' },
      { value: 'pad-inpaint', label: 'Inpainting call' },
    ],
    initial: 'native',
    help: 'The outpainting call grows in steps of 64 px.',
  },
];

const parameters: readonly Parameter[] = [
  {
    key: 'num_inference_steps',
    label: 'Steps',
    operations: ['inpaint'],
    sendWhen: 'always',
    ...{ type: 'integer', min: 1, max: 100, step: 1, initial: 20 },
    help: '20 to 30 is best.',
  },
  {
    key: 'num_inference_steps',
    label: 'Steps',
    operations: ['outpaint'],
    sendWhen: 'always',
    ...{ type: 'integer', min: 0, max: 51, step: 1, initial: 20 },
  },
  {
    key: 'guidance_scale',
    label: 'Guidance',
    operations: ['inpaint'],
    sendWhen: 'always',
    ...{ type: 'number', min: 1, max: 20, step: 0.5, initial: 10 },
    help: '7.5 to 12.5 is best.',
  },
  {
    key: 'guidance_scale',
    label: 'Guidance',
    operations: ['outpaint'],
    sendWhen: 'always',
    ...{ type: 'number', min: 0, max: 20, step: 0.5, initial: 10 },
  },
  {
    key: 'strength',
    label: 'Strength',
    operations: ['inpaint', 'outpaint'],
    sendWhen: 'set',
    ...{ type: 'number', min: 0, max: 1, step: 0.05, initial: 0.8 },
    help: 'How far the masked area may move away from what is there.',
  },
  {
    key: 'refiner',
    label: 'Refiner',
    operations: ['inpaint'],
    sendWhen: 'set',
    ...{ type: 'boolean', initial: false },
  },
  {
    key: 'safety_checker',
    label: 'Safety checker',
    operations: ['inpaint'],
    sendWhen: 'always',
    ...{ type: 'boolean', initial: true },
  },
];

const inpaint: OperationCapability = {
  mask: { kind: 'grey', edit: 255, soft: false },
  // About one megapixel suits the model; the sides are those at which it works well.
  size: { minSide: 512, maxSide: 1536, maxPixels: 1_048_576, multipleOf: 8 },
  transport: 'public-url',
  maxFileBytes: MAX_FILE_BYTES,
  prompt: 'required',
  promptMaxTokens: 75,
  preservesUnmasked: 'no',
};

export const capabilities = (chosen: Connection['settings']): Capabilities => ({
  operations: {
    inpaint,
    ...(chosen.outpaint !== 'pad-inpaint' && {
      outpaint: {
        ...inpaint,
        mask: { kind: 'none' },
        prompt: 'optional',
        outpaint: { kind: 'margins', step: EXPANSION_STEP },
      },
    }),
  },
  parameters,
  negativePrompt: true,
  // No range is documented; this one fits every implementation.
  seed: { min: 0, max: 2 ** 31 - 1 },
  maxCandidates: MOST_SAMPLES.inpaint,
  concurrency: 2,
  needs: { gateway: 'required', resultProxy: true, publicUploads: true, webhooks: 'no' },
  chargedOnFailure: 'unknown',
  cost: () => ({
    kind: 'unknown',
    basis: 'imagepipeline.io’s page names no price per picture.',
  }),
});
