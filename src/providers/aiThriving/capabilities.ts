import type { Capabilities, Cost, Operation, OperationCapability, Setting } from '../contract.ts';
import { timeoutSetting } from '../timeoutSetting.ts';

/** The service resells another one's editing models; where its pages are silent, that one's limits are kept. */
const size = { minSide: 64, minPixels: 4_096, maxPixels: 9_437_184 } as const;

/** Of all files of a request together. */
export const MAX_REQUEST_BYTES = 10 * 1024 * 1024;

/** What is left of it for the image beside a mask. */
const MAX_IMAGE_BYTES = 9 * 1024 * 1024;

const CREDITS: Record<Operation, number> = { inpaint: 6, outpaint: 8, erase: 6, 'search-and-replace': 8 };

export const settings: readonly Setting[] = [
  {
    key: 'authHeader',
    label: 'Header of the key',
    type: 'choice',
    values: [
      { value: 'authorization', label: 'authorization' },
      { value: 'Authentication', label: 'Authentication' },
    ],
    initial: 'authorization',
    help: 'The vendor’s samples use the first name, its table the second.',
  },
  timeoutSetting,
];

const inpaint: OperationCapability = {
  mask: { kind: 'grey', edit: 255, soft: true },
  size,
  transport: 'multipart',
  maxFileBytes: MAX_IMAGE_BYTES,
  prompt: 'required',
  preservesUnmasked: 'approximate',
};

const credits = (operation: Operation): Cost => ({
  kind: 'estimate',
  unit: 'credits',
  low: CREDITS[operation],
  high: CREDITS[operation],
  basis: `${CREDITS[operation]} credits for each successful result; failures are not charged.`,
});

const capabilitiesOfAll: Capabilities = {
  operations: {
    inpaint,
    outpaint: {
      ...inpaint,
      mask: { kind: 'none' },
      size: { ...size, aspect: { min: 0.4, max: 2.5 } },
      prompt: 'optional',
      outpaint: { kind: 'margins', maxPerSide: 2000 },
    },
    erase: { ...inpaint, prompt: 'ignored' },
    'search-and-replace': { ...inpaint, mask: { kind: 'none' } },
  },
  parameters: [
    {
      key: 'creativity',
      label: 'Creativity',
      type: 'number',
      min: 0,
      max: 1,
      step: 0.05,
      initial: 0.5,
      operations: ['outpaint'],
      sendWhen: 'set',
      help: 'How far the new area may go beyond what the picture suggests.',
    },
    {
      key: 'output_format',
      label: 'Output format',
      type: 'choice',
      values: [
        { value: 'png', label: 'PNG' },
        { value: 'jpeg', label: 'JPEG' },
        { value: 'webp', label: 'WebP' },
      ],
      initial: 'png',
      operations: ['inpaint', 'outpaint', 'erase', 'search-and-replace'],
      sendWhen: 'always',
    },
  ],
  negativePrompt: true,
  seed: { min: 0, max: 4_294_967_294 },
  maxCandidates: 1,
  concurrency: 2,
  needs: { gateway: 'recommended', resultProxy: false, publicUploads: false, webhooks: 'no' },
  chargedOnFailure: 'no',
  cost: credits,
};

export const capabilities = (): Capabilities => capabilitiesOfAll;
