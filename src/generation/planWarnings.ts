import type { EditDocument } from '../document/editDocument.ts';
import { sizeEquals } from '../geometry/size.ts';
import type { Capabilities, OperationCapability } from '../providers/contract.ts';
import type { EditRequest } from './editRequest.ts';
import { estimateTokens } from './estimateTokens.ts';
import type { PlannedStep, ReadyPlan, Resolution, Warning } from './plan.ts';

type Facts = {
  readonly document: EditDocument;
  readonly label: string;
  readonly capabilities: Capabilities;
  readonly capability: OperationCapability;
  readonly request: EditRequest;
  readonly strategy: ReadyPlan['strategy'];
  readonly steps: readonly PlannedStep[];
  readonly resolution: Resolution;
};

/** What the user should know before sending, most important first. */
export const planWarnings = (facts: Facts): readonly Warning[] =>
  [publicLink, severalCalls, scaling, padding, unmasked, candidates, promptLength, maskUse].flatMap((warn) => {
    const warning = warn(facts);
    return warning ? [warning] : [];
  });

type Warn = (facts: Facts) => Warning | null;

const publicLink: Warn = ({ label, capability }) =>
  capability.transport === 'public-url'
    ? {
        code: 'public-link',
        message: `${label} fetches the picture itself: until the job ends, anyone who has the link can see it.`,
      }
    : null;

const severalCalls: Warn = ({ label, steps }) =>
  steps.length > 1
    ? {
        code: 'several-calls',
        message: `${label} is called ${steps.length} times, each time from what came back.`,
        control: 'frame',
      }
    : null;

const scaling: Warn = ({ resolution }) =>
  resolution.scale < 1
    ? { code: 'reduced', message: `${resolution.text}. A smaller mask gives more detail.` }
    : resolution.scale > 1
      ? { code: 'enlarged', message: `${resolution.text}.` }
      : null;

const padding: Warn = ({ label, steps }) =>
  steps.some(({ work, size }) => !sizeEquals(work, size))
    ? { code: 'padded', message: `The picture’s edge is repeated to a size that ${label} takes, and cut off again.` }
    : null;

const unmasked: Warn = ({ label, capability, strategy }) =>
  capability.preservesUnmasked === 'no' && strategy !== 'replace'
    ? { code: 'unmasked-changed', message: `${label} also changes what is not masked; that is restored.` }
    : null;

const candidates: Warn = ({ label, request, capabilities, steps }) => {
  const most = steps.length > 1 ? 1 : capabilities.maxCandidates;
  return request.candidates > most
    ? { code: 'candidates-limited', message: `${label} makes at most ${most} here at a time.`, control: 'candidates' }
    : null;
};

const promptLength: Warn = ({ label, request, capability: { promptMaxTokens: most } }) => {
  const tokens = estimateTokens(request.prompt);
  return most !== undefined && tokens > most
    ? {
        code: 'prompt-long',
        message: `About ${tokens} tokens: ${label} reads the first ${most} and may ignore the rest.`,
        control: 'prompt',
      }
    : null;
};

const maskUse: Warn = ({ document, label, strategy }) =>
  strategy === 'native-outpaint' && document.mask.tiles.size > 0
    ? {
        code: 'mask-unused',
        message: `${label} expands without a mask; what is painted stays for the next edit.`,
        control: 'mask',
      }
    : null;
