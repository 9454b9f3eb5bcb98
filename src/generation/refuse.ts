import type { EditDocument } from '../document/editDocument.ts';
import { maskBounds, maskPeak } from '../document/tileMask.ts';
import { intersect, rectOfSize } from '../geometry/rect.ts';
import { marginsOf } from '../geometry/margins.ts';
import type { Capabilities, EditProvider, Operation, OperationCapability } from '../providers/contract.ts';
import type { EditRequest } from './editRequest.ts';
import type { Control, Refusal } from './plan.ts';

export const refusal = (control: Control, reason: string): Refusal => ({ kind: 'refused', control, reason });

const doing: Readonly<Record<Operation, string>> = {
  inpaint: 'repaint a mask',
  outpaint: 'expand a picture',
  erase: 'erase',
  'search-and-replace': 'search and replace',
};

/** The capability that a request runs on: a provider without outpainting repaints the padded picture instead. */
export const capabilityFor = (capabilities: Capabilities, operation: Operation): OperationCapability | null =>
  capabilities.operations[operation] ?? (operation === 'outpaint' ? (capabilities.operations.inpaint ?? null) : null);

/** What can be said against a request without looking at any size; null where nothing can. */
export const refuseEarly = (
  document: EditDocument,
  provider: Pick<EditProvider, 'label'>,
  capabilities: Capabilities,
  request: EditRequest,
): Refusal | null => {
  const capability = capabilityFor(capabilities, request.operation);
  if (!capability) return refusal('provider', `${provider.label} can’t ${doing[request.operation]}.`);
  return (
    refusePicture(document, capability, request.operation) ??
    refuseWords(provider.label, capability, request) ??
    refuseSeed(capabilities, request)
  );
};

const refusePicture = (
  { mask, source, frame }: EditDocument,
  { mask: encoding, transport }: OperationCapability,
  operation: Operation,
): Refusal | null => {
  if (operation === 'outpaint') {
    const known = intersect(frame, rectOfSize(source.size));
    if (!known) return refusal('frame', 'The frame has left the picture. Move it back over a part of it.');
    const { left, right, top, bottom } = marginsOf(known, frame);
    return left + right + top + bottom > 0 ? null : refusal('frame', 'Expand the canvas on at least one side first.');
  }
  if (operation === 'search-and-replace') return null;
  if (!maskBounds(mask)) return refusal('mask', 'Paint over what should change first.');
  const takesHard = transport !== 'pixels' && !(encoding.kind === 'grey' && encoding.soft);
  return takesHard && maskPeak(mask) < 128
    ? refusal('mask', 'The mask is too faint: this provider takes only what is at least half covered. Paint it again.')
    : null;
};

const refuseWords = (label: string, { prompt }: OperationCapability, request: EditRequest): Refusal | null => {
  if (request.operation === 'search-and-replace' && request.searchPrompt.trim() === '')
    return refusal('search-prompt', 'Say what to look for in the picture.');
  return prompt === 'required' && request.prompt.trim() === ''
    ? refusal('prompt', `${label} needs a prompt: say what should be there.`)
    : null;
};

const refuseSeed = ({ seed: range }: Capabilities, { seed }: EditRequest): Refusal | null =>
  range && seed !== null && (!Number.isInteger(seed) || seed < range.min || seed > range.max)
    ? refusal('seed', `The seed has to be a whole number from ${range.min} to ${range.max}.`)
    : null;
