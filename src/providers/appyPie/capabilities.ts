import type { Capabilities, Connection, Parameter } from '../contract.ts';
import { readSettings } from './settings.ts';

/** What the gateway's uploads take; the vendor states no limit. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const guidance = (key: string): Parameter => ({
  key,
  label: 'Guidance',
  operations: ['inpaint'],
  sendWhen: 'set',
  ...{ type: 'number', min: 0, max: 20, step: 0.5, initial: 7.5 },
});

const GATEWAY_PARAMETERS: readonly Parameter[] = [guidance('guidance_scale')];

const WORKER_PARAMETERS: readonly Parameter[] = [
  {
    key: 'num_steps',
    label: 'Steps',
    operations: ['inpaint'],
    sendWhen: 'set',
    ...{ type: 'integer', min: 1, max: 20, step: 1, initial: 20 },
  },
  guidance('guidance'),
];

/** No outpainting of its own: the padded picture is inpainted. Limits are those of the model behind both dialects. */
export const capabilities = (chosen: Connection['settings']): Capabilities => {
  const { dialect, sendsBase64 } = readSettings(chosen);
  const isWorker = dialect === 'worker';
  return {
    operations: {
      inpaint: {
        mask: { kind: 'grey', edit: 255, soft: false },
        size: { minSide: 256, maxSide: 2048, multipleOf: 64 },
        transport: sendsBase64 ? 'base64' : 'public-url',
        maxFileBytes: MAX_FILE_BYTES,
        prompt: 'required',
        preservesUnmasked: 'no',
      },
    },
    parameters: isWorker ? WORKER_PARAMETERS : GATEWAY_PARAMETERS,
    negativePrompt: true,
    seed: isWorker ? { min: 0, max: 2_147_483_647 } : null,
    maxCandidates: 1,
    concurrency: 2,
    needs: {
      gateway: sendsBase64 ? 'recommended' : 'required',
      resultProxy: true,
      publicUploads: !sendsBase64,
      webhooks: 'no',
    },
    chargedOnFailure: 'unknown',
    cost: () => ({ kind: 'unknown', basis: 'Appy Pie’s page names no price per picture.' }),
  };
};
