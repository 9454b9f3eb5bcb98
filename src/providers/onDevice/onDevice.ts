import { fillHole } from '../../fill/fillClient.ts';
import type { Capabilities, EditProvider } from '../contract.ts';
import { ProviderError } from '../errors.ts';

/** The fill takes any whole number; these fit into what the panel offers and into 32 bits. */
const seed = { min: 0, max: 2 ** 31 - 1 };

const capabilities: Capabilities = {
  operations: {
    inpaint: {
      mask: { kind: 'grey', edit: 255, soft: true },
      size: {},
      transport: 'pixels',
      prompt: 'ignored',
      preservesUnmasked: 'exact',
    },
  },
  parameters: [],
  negativePrompt: false,
  seed,
  maxCandidates: 1,
  // One worker, one job at a time.
  concurrency: 1,
  needs: { gateway: 'no', resultProxy: false, publicUploads: false, webhooks: 'no' },
  chargedOnFailure: 'no',
  cost: () => ({ kind: 'free' }),
};

/** The built-in fill: continues what is around the mask, in a worker of this browser. No key, no network, no prompt. */
export const onDevice: EditProvider = {
  id: 'on-device',
  label: 'On-device',
  documentation: null,
  defaultBaseUrl: null,
  settings: [],
  capabilities: () => capabilities,
  async edit({ size, pixels, seed: wanted }, { signal, onProgress }) {
    if (!pixels) throw new TypeError('The on-device fill takes pixels, not files.');
    const used = wanted ?? Math.floor(Math.random() * (seed.max + 1));
    try {
      const job = { pixels: pixels.image, hole: pixels.mask, width: size.width, height: size.height, seed: used };
      const report = ({ fraction }: { fraction: number }): void => onProgress({ stage: 'waiting', fraction });
      const result = await fillHole(job, { signal, onProgress: report });
      return { images: [{ kind: 'pixels', pixels: result.pixels, seed: used }], warnings: [] };
    } catch (error) {
      throw signal.aborted ? signal.reason : explained(error);
    }
  },
};

const explained = (error: unknown): ProviderError => {
  const nothingKnown =
    error instanceof Error && error.name === 'FillError' && 'kind' in error && error.kind === 'nothing-known';
  return nothingKnown
    ? new ProviderError(
        'validation',
        'The mask covers the whole picture, so there is nothing to continue from.',
        'Erase part of the mask and press Generate again.',
        { mayHaveCharged: 'no' },
        { cause: error },
      )
    : new ProviderError(
        'provider',
        'The on-device fill stopped unexpectedly.',
        'Try again; a smaller mask needs less memory. Your mask and prompt are kept.',
        { mayHaveCharged: 'no' },
        { cause: error },
      );
};
