import type { EditDocument } from '../document/editDocument.ts';
import { rectOfSize } from '../geometry/rect.ts';
import type { Capabilities, EditProvider, OperationCapability } from '../providers/contract.ts';
import type { EditRequest } from './editRequest.ts';
import type { Plan, PlannedStep, ReadyPlan } from './plan.ts';
import { planCost } from './planCost.ts';
import { planInpaint } from './planInpaint.ts';
import { planParameters } from './planParameters.ts';
import { capabilityFor, refusal, refuseEarly } from './refuse.ts';
import { resolutionOf } from './resolutionOf.ts';

/**
 * How a document becomes a provider's calls, or why it can't. Pure and cheap enough for every render: no pixel is looked at that
 * has been looked at before.
 */
export const planEdit = (
  document: EditDocument | null,
  provider: Pick<EditProvider, 'label'>,
  capabilities: Capabilities,
  request: EditRequest,
): Plan => {
  if (!document) return refusal('picture', 'Open a picture first.');
  const refused = refuseEarly(document, provider, capabilities, request);
  if (refused) return refused;
  const capability = capabilityFor(capabilities, request.operation);
  const parameters = planParameters(capabilities.parameters, request.operation, request.parameters);
  if (parameters.kind === 'refused') return parameters;
  const step = capability && planInpaint(document, capability, request);
  if (!step) return refusal('picture', `${provider.label} takes no picture of this shape.`);
  return readyPlan(document, capabilities, capability, request, parameters.values, [step]);
};

const readyPlan = (
  { source }: EditDocument,
  capabilities: Capabilities,
  capability: OperationCapability,
  request: EditRequest,
  parameters: ReadyPlan['words']['parameters'],
  steps: readonly [PlannedStep, ...PlannedStep[]],
): ReadyPlan => ({
  kind: 'ready',
  operation: request.operation,
  strategy: 'inpaint',
  canvas: rectOfSize(source.size),
  known: rectOfSize(source.size),
  steps,
  feather: request.options.feather ?? (capability.preservesUnmasked === 'exact' ? 2 : 8),
  candidates: Math.min(request.candidates, capabilities.maxCandidates),
  cost: planCost(steps, capabilities.cost),
  resolution: resolutionOf(steps),
  warnings: [],
  words: {
    prompt: capability.prompt === 'ignored' ? '' : request.prompt.trim(),
    negativePrompt: capabilities.negativePrompt ? request.negativePrompt.trim() : '',
    searchPrompt: request.searchPrompt.trim(),
    seed: capabilities.seed ? request.seed : null,
    parameters,
  },
  maskOptions: { grow: request.options.growMask, invert: request.options.invertMask },
});
