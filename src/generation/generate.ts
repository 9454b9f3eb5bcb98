import type { EditDocument } from '../document/editDocument.ts';
import type { Candidate, Generation } from '../document/generation.ts';
import { flattenMask } from '../document/tileMask.ts';
import type { EditProvider } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { cropPixels, pasteBack } from '../raster/rasterClient.ts';
import { planEdit } from './plan.ts';
import type { Stage } from './progressStore.ts';

export type EditRequest = {
  readonly document: EditDocument;
  readonly provider: EditProvider;
  readonly prompt: string;
  readonly seed: number;
};

export type GenerateContext = {
  readonly signal: AbortSignal;
  /** `fraction` is 0 to 1 within the stage. */
  readonly report: (stage: Stage, fraction: number) => void;
};

/** Document -> plan -> pixels -> provider -> paste back -> the record of it. Changes nothing but the raster worker's store of pictures. */
export const generate = async (request: EditRequest, { signal, report }: GenerateContext): Promise<Generation> => {
  const { document, provider, prompt, seed } = request;
  const { source, mask } = document;
  const startedAt = Date.now();
  const began = performance.now();

  report('preparing', 0);
  const plan = planEdit(document, provider.capabilities);
  if (plan.kind === 'refused') throw new ProviderError('input', plan.reason, 'Then press Generate again.');
  const { region, feather } = plan;
  const pixels = await cropPixels(source.id, region, signal);
  const size = { width: region.width, height: region.height };
  const step = { size, pixels, mask: flattenMask(mask, region), prompt, seed };

  report('filling', 0);
  const onProgress = (fraction: number) => report('filling', fraction);
  const result = await provider.edit(step, { signal, onProgress });

  report('blending', 0);
  const candidates: Candidate[] = [];
  for (const made of result.candidates) {
    const pasted = await pasteBack({ source: source.id, region, pixels: made.pixels, mask, feather }, signal);
    candidates.push({ id: crypto.randomUUID(), ...pasted, seed: made.seed });
  }

  return {
    id: crypto.randomUUID(),
    provider: { id: provider.id, label: provider.label },
    prompt,
    source,
    mask,
    candidates,
    startedAt,
    duration: performance.now() - began,
  };
};
