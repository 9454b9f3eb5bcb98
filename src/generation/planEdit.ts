import type { EditDocument } from '../document/editDocument.ts';
import { rectOfSize } from '../geometry/rect.ts';
import type { Capabilities, EditProvider, OperationCapability } from '../providers/contract.ts';
import { maskedStep } from './buildStep.ts';
import type { EditRequest } from './editRequest.ts';
import type { Plan, PlannedStep, ReadyPlan } from './plan.ts';
import { planCost } from './planCost.ts';
import { planInpaint } from './planInpaint.ts';
import { planOutpaint } from './planOutpaint.ts';
import { planParameters } from './planParameters.ts';
import { planWarnings } from './planWarnings.ts';
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
  const calls = planCalls(document, capabilities, request);
  if (!calls) return refusal(controlOf(request), `${provider.label} takes no picture of this shape.`);
  const { capability, steps, strategy } = calls;
  const parameters = planParameters(capabilities.parameters, steps[0].operation, request.parameters);
  if (parameters.kind === 'refused') return parameters;
  const resolution = resolutionOf(steps);
  return {
    kind: 'ready',
    operation: request.operation,
    strategy,
    canvas: calls.canvas,
    known: calls.known,
    steps,
    feather: request.options.feather ?? featherOf(calls, resolution.scale),
    // Several calls go on from one another: from one picture, then.
    candidates: steps.length > 1 ? 1 : Math.max(1, Math.min(request.candidates, capabilities.maxCandidates)),
    cost: planCost(steps, capabilities.cost),
    resolution,
    warnings: planWarnings({
      document,
      label: provider.label,
      capabilities,
      capability,
      request,
      strategy,
      steps,
      resolution,
    }),
    words: {
      prompt: capability.prompt === 'ignored' ? '' : request.prompt.trim(),
      negativePrompt: capabilities.negativePrompt ? request.negativePrompt.trim() : '',
      searchPrompt: request.operation === 'search-and-replace' ? request.searchPrompt.trim() : '',
      seed: capabilities.seed ? request.seed : null,
      parameters: parameters.values,
    },
    maskOptions: { grow: request.options.growMask, invert: request.options.invertMask },
  };
};

type Calls = Pick<ReadyPlan, 'strategy' | 'canvas' | 'known' | 'steps'> & { readonly capability: OperationCapability };

const planCalls = (document: EditDocument, capabilities: Capabilities, request: EditRequest): Calls | null => {
  const whole = rectOfSize(document.source.size);
  if (request.operation === 'outpaint') {
    const outpaint = planOutpaint(document, capabilities, request);
    return outpaint && { ...outpaint, canvas: document.frame };
  }
  const capability = capabilityFor(capabilities, request.operation);
  if (!capability) return null;
  const replaces = request.operation === 'search-and-replace';
  const step: PlannedStep | null = replaces
    ? maskedStep(request.operation, capability, whole, whole, 0)
    : planInpaint(document, capability, request);
  return step && { strategy: replaces ? 'replace' : 'inpaint', canvas: whole, known: whole, steps: [step], capability };
};

const controlOf = ({ operation }: EditRequest) => (operation === 'outpaint' ? 'frame' : 'picture');

/** Soft edges that hide a seam: narrow where the provider leaves none, wider where what it made is enlarged. */
const featherOf = ({ capability, strategy, steps: [step] }: Calls, scale: number): number => {
  if (strategy === 'native-outpaint') return 0;
  if (strategy === 'pad-inpaint') return step.overlap;
  if (capability.preservesUnmasked === 'exact') return 2;
  return Math.min(32, Math.round(8 / Math.min(1, scale)));
};
