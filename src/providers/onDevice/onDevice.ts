import { fillHole } from '../../fill/fillClient.ts';
import { sourceRegion } from '../../fill/sourceRegion.ts';
import type { EditProvider } from '../contract.ts';
import { ProviderError } from '../errors.ts';

/** The built-in fill: continues what is around the mask, in a worker of this browser. No key, no network, no prompt. */
export const onDevice: EditProvider = {
  id: 'on-device',
  label: 'On-device',
  capabilities: {
    operations: ['inpaint'],
    prompt: 'ignored',
    seed: true,
    cost: { kind: 'free' },
    context: sourceRegion,
    // The fill already meets the picture without a seam; two px hide the mask's own stairs.
    feather: 2,
  },
  async edit({ size, pixels, mask, seed }, { signal, onProgress }) {
    try {
      const job = { pixels, hole: mask, width: size.width, height: size.height, seed };
      const result = await fillHole(job, { signal, onProgress: ({ fraction }) => onProgress(fraction) });
      return { candidates: [{ pixels: result.pixels, seed }] };
    } catch (error) {
      throw signal.aborted ? signal.reason : explained(error);
    }
  },
};

const explained = (error: unknown): ProviderError => {
  const nothingKnown = error instanceof Error && error.name === 'FillError';
  return nothingKnown
    ? new ProviderError(
        'input',
        'The mask covers the whole picture, so there is nothing to continue from.',
        'Erase part of the mask and press Generate again.',
        { cause: error },
      )
    : new ProviderError(
        'failed',
        'The on-device fill stopped unexpectedly.',
        'Try again; a smaller mask needs less memory. Your mask and prompt are kept.',
        { cause: error },
      );
};
