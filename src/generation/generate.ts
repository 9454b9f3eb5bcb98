import type { EditDocument } from '../document/editDocument.ts';
import type { Candidate, Generation } from '../document/generation.ts';
import { flattenMask } from '../document/tileMask.ts';
import type { CallContext, EditProvider } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { cropPixels, pasteBack } from '../raster/rasterClient.ts';
import type { EditRequest } from './editRequest.ts';
import { planEdit } from './planEdit.ts';
import type { Stage } from './stages.ts';

/** One press of Generate: a snapshot of everything that it depends on. */
export type Order = {
  readonly document: EditDocument;
  readonly provider: EditProvider;
  readonly request: EditRequest;
  readonly call: Pick<CallContext, 'connection' | 'fetch' | 'wait' | 'webhook'>;
};

export type GenerateContext = {
  readonly signal: AbortSignal;
  /** `fraction` is 0 to 1 within the stage. */
  readonly report: (stage: Stage, fraction: number) => void;
};

/** Document -> plan -> pixels -> provider -> paste back -> the record of it. Changes nothing but the raster worker's store of pictures. */
export const generate = async (order: Order, { signal, report }: GenerateContext): Promise<Generation> => {
  const { document, provider, request, call } = order;
  const { source, mask } = document;
  const startedAt = Date.now();
  const began = performance.now();

  report('preparing', 0);
  const plan = planEdit(document, provider, provider.capabilities(call.connection.settings), request);
  if (plan.kind === 'refused')
    throw new ProviderError('validation', plan.reason, 'Then press Generate again.', { mayHaveCharged: 'no' });
  const [{ region, size, expected, operation }] = plan.steps;
  const image = await cropPixels(source.id, region, signal);

  report('filling', 0);
  const result = await provider.edit(
    {
      operation,
      size,
      expected,
      pixels: { image, mask: flattenMask(mask, region) },
      files: [],
      candidates: plan.candidates,
      ...plan.words,
    },
    {
      ...call,
      signal,
      onProgress: (progress) => report('filling', progress.stage === 'waiting' ? (progress.fraction ?? 0) : 0),
      onJob: () => undefined,
    },
  );

  report('blending', 0);
  const candidates: Candidate[] = [];
  for (const made of result.images) {
    if (made.kind !== 'pixels') continue;
    const pixels = made.pixels;
    const pasted = await pasteBack({ source: source.id, region, pixels, mask, feather: plan.feather }, signal);
    candidates.push({ id: crypto.randomUUID(), ...pasted, seed: made.seed });
  }

  return {
    id: crypto.randomUUID(),
    provider: { id: provider.id, label: provider.label },
    prompt: request.prompt,
    source,
    mask,
    candidates,
    startedAt,
    duration: performance.now() - began,
  };
};
