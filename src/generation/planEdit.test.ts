import { describe, expect, test } from 'vitest';
import { documentOf, type EditDocument, type PictureId } from '../document/editDocument.ts';
import { maskFromFlat } from '../document/tileMask.ts';
import { containsRect, rect, rectOfSize } from '../geometry/rect.ts';
import type { Capabilities, Parameter } from '../providers/contract.ts';
import { onDevice } from '../providers/onDevice/onDevice.ts';
import { requestOf, type EditRequest } from './editRequest.ts';
import { capabilitiesOf, capabilityOf, providerOf } from './fixtures/capabilityOf.ts';
import { documentWith } from './fixtures/documentWith.ts';
import { addCosts } from './planCost.ts';
import { planEdit } from './planEdit.ts';

const size = { width: 1000, height: 800 };
const mask = rect(400, 300, 120, 90);
const empty = documentWith(size, null);
const masked = documentWith(size, mask);

const planOnDevice = (document: EditDocument | null) =>
  planEdit(document, onDevice, onDevice.capabilities({}), requestOf({}));

const planWith = (document: EditDocument, request: Partial<EditRequest>, changes: Partial<Capabilities> = {}) => {
  const capabilities = capabilitiesOf(changes);
  return planEdit(document, providerOf(capabilities), capabilities, requestOf({ prompt: 'a boat', ...request }));
};

const steps: Parameter = {
  key: 'steps',
  label: 'Steps',
  type: 'integer',
  min: 1,
  max: 100,
  step: 1,
  initial: 20,
  operations: ['inpaint'],
  sendWhen: 'set',
};

describe('on-device', () => {
  test('nothing open and nothing painted are refused with the next step', () => {
    expect(planOnDevice(null)).toEqual({ kind: 'refused', control: 'picture', reason: 'Open a picture first.' });
    expect(planOnDevice(empty)).toEqual({
      kind: 'refused',
      control: 'mask',
      reason: 'Paint over what should change first.',
    });
  });

  test('the region holds the mask and its surroundings, within the picture; the edge is 2 px soft; it is free', () => {
    const plan = planOnDevice(documentWith(size, rect(30, 20, 30, 1)));
    if (plan.kind === 'refused') throw new Error(plan.reason);
    const [{ region, work, target }] = plan.steps;
    expect(containsRect(rectOfSize(size), region)).toBe(true);
    expect(containsRect(region, { x: 0, y: 0, width: 156, height: 117 })).toBe(true);
    expect(work).toEqual({ width: region.width, height: region.height });
    expect(target).toEqual(region);
    expect(plan).toMatchObject({ feather: 2, cost: { kind: 'free' }, warnings: [], candidates: 1 });
  });

  test('a faint mask is filled too', () => {
    const faint = maskFromFlat({ width: 300, height: 300 }, new Uint8Array(90_000).fill(60, 45_000, 45_050));
    const document = documentOf({ id: 'a' as PictureId, size: { width: 300, height: 300 }, hasAlpha: false });
    expect(planOnDevice({ ...document, mask: faint }).kind).toBe('ready');
  });
});

describe('what is refused before anything is sent, and where the reason belongs', () => {
  test.each<[string, EditDocument, Partial<EditRequest>, Partial<Capabilities>, string]>([
    ['an operation the provider lacks', masked, { operation: 'erase' }, {}, 'provider'],
    ['an empty mask', empty, {}, {}, 'mask'],
    ['no prompt', masked, { prompt: '  ' }, {}, 'prompt'],
    ['an expansion by nothing', masked, { operation: 'outpaint' }, {}, 'frame'],
    [
      'nothing to search for',
      empty,
      { operation: 'search-and-replace' },
      { operations: { 'search-and-replace': capabilityOf({ mask: { kind: 'none' } }) } },
      'search-prompt',
    ],
    ['a seed out of range', masked, { seed: -1 }, {}, 'seed'],
    ['a parameter out of range', masked, { parameters: { steps: 101 } }, { parameters: [steps] }, 'parameter:steps'],
    ['half a step', masked, { parameters: { steps: 20.5 } }, { parameters: [steps] }, 'parameter:steps'],
    [
      'a picture no size fits',
      masked,
      {},
      { operations: { inpaint: capabilityOf({ size: { minSide: 300, maxSide: 200 } }) } },
      'picture',
    ],
  ])('%s', (_name, document, request, capabilities, control) => {
    const plan = planWith(document, request, capabilities);
    expect(plan).toMatchObject({ kind: 'refused', control });
    if (plan.kind === 'refused') expect(plan.reason).toMatch(/^\p{Lu}.+\.$/u);
  });

  test('a mask that a hard encoding would lose', () => {
    const flat = new Uint8Array(size.width * size.height).fill(127, 5000, 5100);
    expect(planWith({ ...empty, mask: maskFromFlat(size, flat) }, {})).toMatchObject({ control: 'mask' });
  });
});

describe('what a ready plan says', () => {
  test('words and parameters: only what belongs to the provider and was set', () => {
    const plan = planWith(
      masked,
      { prompt: ' a boat ', negativePrompt: 'people', seed: 7, candidates: 9, parameters: { unknown: 1 } },
      { parameters: [steps, { ...steps, key: 'guidance', sendWhen: 'always' }], negativePrompt: false },
    );
    expect(plan).toMatchObject({
      candidates: 4,
      words: { prompt: 'a boat', negativePrompt: '', seed: 7, parameters: { guidance: 20 } },
    });
    expect(plan.kind === 'ready' && plan.warnings.map(({ code }) => code)).toContain('candidates-limited');
  });

  test('the resolution is told as it is', () => {
    const large = documentWith({ width: 2310, height: 1733 }, rect(0, 0, 2310, 1733));
    const plan = planWith(large, {}, { operations: { inpaint: capabilityOf({ size: { maxSide: 1024 } }) } });
    expect(plan).toMatchObject({
      resolution: { text: 'Generated at 1024 × 768, shown at 2310 × 1733: 0.44×' },
      warnings: [{ code: 'reduced' }],
    });
    expect(planWith(masked, {})).toMatchObject({ resolution: { scale: 1, text: 'Generated 1:1 at 248 × 218' } });
  });

  test('a public link, padding, restored surroundings and a long prompt are announced', () => {
    const inpaint = capabilityOf({
      transport: 'public-url',
      preservesUnmasked: 'no',
      size: { multipleOf: 64 },
      promptMaxTokens: 3,
    });
    const plan = planWith(
      documentWith({ width: 250, height: 250 }, rect(10, 10, 200, 200)),
      { prompt: 'a boat, far away' },
      { operations: { inpaint } },
    );
    if (plan.kind === 'refused') throw new Error(plan.reason);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['public-link', 'padded', 'unmasked-changed', 'prompt-long']);
  });
});

test('costs add up as intervals; what is unknown stays unknown', () => {
  const six = { kind: 'estimate', unit: 'credits', low: 6, high: 8, basis: 'per call' } as const;
  const unknown = { kind: 'unknown', basis: 'no price list' } as const;
  expect(addCosts([])).toEqual({ kind: 'free' });
  expect(addCosts([{ kind: 'free' }, six])).toEqual(six);
  expect(addCosts([six, six])).toEqual({ ...six, low: 12, high: 16, basis: 'per call; 2 calls' });
  expect(addCosts([six, unknown]).kind).toBe('unknown');
  expect(addCosts([six, { ...six, unit: 'USD' }]).kind).toBe('unknown');
});
