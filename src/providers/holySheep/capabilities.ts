import type { Capabilities, Connection, OperationCapability, Parameter, Setting } from '../contract.ts';
import { timeoutSetting } from '../timeoutSetting.ts';

/** `v1` is the dialect of the vendor's main page; `edits` that of a second article, which knows only inpainting. */
export type Dialect = 'v1' | 'edits';

export const dialectOf = (settings: Connection['settings']): Dialect => (settings.dialect === 'edits' ? 'edits' : 'v1');

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** USD for each 1024 x 1024 tile of an outpainted picture. */
const TILE_PRICE = 0.08;
const TILE = 1024;

export const settings: readonly Setting[] = [
  {
    key: 'dialect',
    label: 'Dialect',
    type: 'choice',
    values: [
      { value: 'v1', label: '/images/inpaint and /images/outpaint' },
      { value: 'edits', label: '/images/edits' },
    ],
    initial: 'v1',
    help: 'The vendor documents two ways. Change it only if calls are answered with "not found".',
  },
  {
    key: 'delivery',
    label: 'Result',
    type: 'choice',
    values: [
      { value: 'answer', label: 'Wait for the answer' },
      { value: 'webhook', label: 'Asynchronous, by webhook' },
    ],
    initial: 'answer',
    help: 'The webhook needs a gateway with a public address.',
  },
  {
    key: 'unevenOutpaint',
    label: 'Uneven expansion',
    type: 'choice',
    values: [
      { value: 'pad-inpaint', label: 'One inpainting call' },
      { value: 'native-split', label: 'Several outpainting calls' },
    ],
    initial: 'pad-inpaint',
  },
  timeoutSetting,
];

const parameters: readonly Parameter[] = [
  {
    key: 'guidance_scale',
    label: 'Guidance',
    type: 'number',
    min: 1,
    max: 20,
    step: 0.5,
    initial: 7.5,
    operations: ['inpaint'],
    sendWhen: 'always',
  },
  {
    key: 'num_inference_steps',
    label: 'Steps',
    type: 'integer',
    min: 1,
    max: 100,
    step: 1,
    initial: 20,
    operations: ['inpaint'],
    sendWhen: 'always',
  },
  {
    key: 'blend_edges',
    label: 'Blend edges',
    type: 'boolean',
    initial: true,
    operations: ['outpaint'],
    sendWhen: 'always',
  },
];

const editsParameters: readonly Parameter[] = [
  {
    key: 'strength',
    label: 'Strength',
    type: 'number',
    min: 0,
    max: 1,
    step: 0.05,
    initial: 0.8,
    operations: ['inpaint'],
    sendWhen: 'set',
    help: 'How far the masked area may move away from what is there.',
  },
];

const inpaint: OperationCapability = {
  // Whether greys are understood is not said, so none are sent.
  mask: { kind: 'grey', edit: 255, soft: false },
  size: { maxSide: 4096 },
  transport: 'base64',
  maxFileBytes: MAX_FILE_BYTES,
  prompt: 'required',
  preservesUnmasked: 'approximate',
};

export const capabilities = (chosen: Connection['settings']): Capabilities => {
  const dialect = dialectOf(chosen);
  const uneven = chosen.unevenOutpaint === 'native-split' ? 'native-split' : 'pad-inpaint';
  return {
    operations: {
      inpaint,
      outpaint:
        dialect === 'edits'
          ? { ...inpaint, outpaint: { kind: 'none' } }
          : { ...inpaint, mask: { kind: 'none' }, outpaint: { kind: 'direction', uneven } },
    },
    parameters: dialect === 'edits' ? editsParameters : parameters,
    negativePrompt: dialect === 'edits',
    // No range is documented; this one fits every implementation.
    seed: dialect === 'edits' ? null : { min: 0, max: 2 ** 31 - 1 },
    maxCandidates: 1,
    concurrency: 8,
    needs: { gateway: 'recommended', resultProxy: true, publicUploads: false, webhooks: 'optional' },
    chargedOnFailure: 'unknown',
    cost: (operation, _work, { width, height }) =>
      operation === 'outpaint' && dialect === 'v1'
        ? {
            kind: 'estimate',
            unit: 'USD',
            low: TILE_PRICE,
            high: Math.round(TILE_PRICE * Math.ceil(width / TILE) * Math.ceil(height / TILE) * 100) / 100,
            basis: `$0.08 for each 1024 × 1024 tile of ${width} × ${height}; the vendor’s own example counts one tile.`,
          }
        : { kind: 'unknown', basis: 'HolySheep AI does not state a price for inpainting.' },
  };
};
