import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containsRect, rect, rectOfSize } from '../geometry/rect.ts';
import type { OperationCapability } from '../providers/contract.ts';
import { requestOf } from './editRequest.ts';
import { capabilitiesOf, capabilityOf, providerOf } from './fixtures/capabilityOf.ts';
import { documentWith } from './fixtures/documentWith.ts';
import type { ReadyPlan } from './plan.ts';
import { planEdit } from './planEdit.ts';

const size = { width: 1000, height: 600 };
type Uneven = 'pad-inpaint' | 'native-split';
type Four = readonly [left: number, right: number, top: number, bottom: number];

const planFor = (margins: Four, outpaint: OperationCapability | undefined, of = size): ReadyPlan => {
  const capabilities = capabilitiesOf({
    operations: { inpaint: capabilityOf(), ...(outpaint && { outpaint }) },
    cost: (operation, _work, answer) =>
      operation === 'outpaint'
        ? {
            kind: 'estimate',
            unit: 'USD',
            low: 0.08,
            high: 0.08 * Math.ceil(answer.width / 1024) * Math.ceil(answer.height / 1024),
            basis: 'tiles',
          }
        : { kind: 'unknown', basis: 'no price list' },
  });
  const request = requestOf({ operation: 'outpaint', prompt: 'sea' });
  const plan = planEdit(documentWith(of, null, margins), providerOf(capabilities), capabilities, request);
  if (plan.kind === 'refused') throw new Error(plan.reason);
  return plan;
};

const marginsOfSteps = ({ steps }: ReadyPlan): Four[] =>
  steps.map(({ margins }) => (margins ? [margins.left, margins.right, margins.top, margins.bottom] : [0, 0, 0, 0]));

describe('a provider that takes margins', () => {
  const byMargins = (maxPerSide: number, step = 1): OperationCapability =>
    capabilityOf({ outpaint: { kind: 'margins', maxPerSide, step } });

  test('one call within its limit', () => {
    const plan = planFor([100, 0, 0, 50], byMargins(2000));
    expect(plan.strategy).toBe('native-outpaint');
    expect(plan.canvas).toEqual(rect(-100, 0, 1100, 650));
    expect(plan.known).toEqual(rect(100, 0, 1000, 600));
    expect(marginsOfSteps(plan)).toEqual([[100, 0, 0, 50]]);
    expect(plan.steps[0]).toMatchObject({
      region: rect(100, 0, 1000, 600),
      size,
      expected: { width: 1100, height: 650 },
      take: rect(0, 0, 1100, 650),
      target: rect(0, 0, 1100, 650),
    });
  });

  test('beyond it further calls, each going on from the one before', () => {
    const plan = planFor([500, 0, 0, 250], byMargins(200));
    expect(marginsOfSteps(plan)).toEqual([
      [200, 0, 0, 200],
      [200, 0, 0, 50],
      [100, 0, 0, 0],
    ]);
    expect(plan.steps.map(({ region }) => region)).toEqual([
      rect(500, 0, 1000, 600),
      rect(300, 0, 1200, 800),
      rect(100, 0, 1400, 850),
    ]);
    expect(plan.steps[2]?.target).toEqual(rect(0, 0, 1500, 850));
    expect(plan.cost).toMatchObject({ kind: 'estimate', low: 0.24 });
    expect(plan.warnings.map(({ code }) => code)).toContain('several-calls');
  });

  test('a step rounds each margin up, and the surplus is cut off at the outer edge', () => {
    const plan = planFor([70, 0, 64, 1], byMargins(2048, 64));
    expect(marginsOfSteps(plan)).toEqual([[128, 0, 64, 64]]);
    expect(plan.steps[0].expected).toEqual({ width: 1128, height: 728 });
    expect(plan.steps[0].take).toEqual(rect(58, 0, 1070, 665));
    expect(plan.steps[0].target).toEqual(rect(0, 0, 1070, 665));
  });

  test('a multiple is reached by scaling a little, so that no padding lies before the new band', () => {
    const plan = planFor(
      [0, 100, 0, 0],
      capabilityOf({ size: { multipleOf: 64 }, outpaint: { kind: 'margins', step: 64 } }),
    );
    const [step] = plan.steps;
    expect(step.size).toEqual({ width: 1024, height: 576 });
    expect(step.margins).toEqual({ left: 0, right: 128, top: 0, bottom: 0 });
    expect(step.take.width).toBeCloseTo(1100 * 1.024, 6);
  });
});

describe('a provider that takes a direction', () => {
  const byDirection = (uneven: Uneven): OperationCapability =>
    capabilityOf({ size: { maxSide: 4096 }, outpaint: { kind: 'direction', uneven } });

  test.each<[string, Four, Uneven, ReadyPlan['strategy'], Four[]]>([
    ['one side', [0, 300, 0, 0], 'pad-inpaint', 'native-outpaint', [[0, 300, 0, 0]]],
    ['evenly on both axes', [100, 100, 50, 50], 'pad-inpaint', 'native-outpaint', [[100, 100, 50, 50]]],
    ['evenly on one axis', [100, 100, 0, 0], 'pad-inpaint', 'native-outpaint', [[100, 100, 0, 0]]],
    ['unevenly: the padded picture is repainted', [100, 50, 0, 0], 'pad-inpaint', 'pad-inpaint', [[0, 0, 0, 0]]],
    [
      'unevenly, split',
      [100, 50, 30, 10],
      'native-split',
      'native-outpaint',
      [
        [50, 50, 10, 10],
        [50, 0, 0, 0],
        [0, 0, 20, 0],
      ],
    ],
    [
      'two sides, split',
      [100, 0, 0, 40],
      'native-split',
      'native-outpaint',
      [
        [100, 0, 0, 0],
        [0, 0, 0, 40],
      ],
    ],
  ])('%s', (_name, margins, uneven, strategy, passes) => {
    const plan = planFor(margins, byDirection(uneven));
    expect(plan.strategy).toBe(strategy);
    expect(marginsOfSteps(plan)).toEqual(passes);
  });

  test('the answer stays within its limit too', () => {
    const plan = planFor([0, 2000, 0, 0], byDirection('pad-inpaint'), { width: 4000, height: 1000 });
    expect(plan.steps[0].expected.width).toBeLessThanOrEqual(4096);
    expect(plan.resolution.scale).toBeCloseTo(4096 / 6000, 2);
    expect(plan.warnings.map(({ code }) => code)).toContain('reduced');
  });

  test('placement is verified, and the price is that of the answer’s tiles', () => {
    const plan = planFor([300, 300, 300, 300], byDirection('pad-inpaint'));
    expect(plan.steps[0].verifyPlacement).toBe(true);
    expect(plan.cost).toEqual({ kind: 'estimate', unit: 'USD', low: 0.08, high: 0.32, basis: 'tiles' });
  });
});

describe('a provider without outpainting', () => {
  test('repaints the padded picture, with an overlap to blend the seam', () => {
    const plan = planFor([0, 200, 0, 0], undefined);
    expect(plan.strategy).toBe('pad-inpaint');
    expect(plan.steps[0]).toMatchObject({ operation: 'inpaint', region: rect(0, 0, 1200, 600), overlap: 36 });
    expect(plan.feather).toBe(36);
  });

  test('sends the band with its surroundings where the whole would have to be reduced', () => {
    const capabilities = capabilitiesOf({ operations: { inpaint: capabilityOf({ size: { maxSide: 2048 } }) } });
    const request = requestOf({ operation: 'outpaint', prompt: 'sea' });
    const document = documentWith({ width: 3000, height: 1200 }, null, [0, 200, 0, 0]);
    const plan = planEdit(document, providerOf(capabilities), capabilities, request);
    expect(plan).toMatchObject({ kind: 'ready', resolution: { scale: 1 } });
    if (plan.kind === 'ready') expect(containsRect(plan.steps[0].region, rect(3000, 0, 200, 1200))).toBe(true);
  });
});

test('steps grow from the picture to the frame, whatever the provider; costs never fall with the margins', () => {
  const margin = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1500 }));
  const four = fc.tuple(margin, margin, margin, margin).filter((all) => all.some((each) => each > 0));
  const outpaint = fc.constantFrom(
    capabilityOf({ outpaint: { kind: 'margins', maxPerSide: 2000 } }),
    capabilityOf({
      size: { multipleOf: 8, maxSide: 1536, minSide: 512 },
      outpaint: { kind: 'margins', maxPerSide: 512, step: 64 },
    }),
    capabilityOf({ size: { maxSide: 4096 }, outpaint: { kind: 'direction', uneven: 'pad-inpaint' } }),
    capabilityOf({ size: { maxSide: 4096 }, outpaint: { kind: 'direction', uneven: 'native-split' } }),
    undefined,
  );
  fc.assert(
    fc.property(four, outpaint, (margins, how) => {
      const plan = planFor(margins, how);
      const canvas = rectOfSize(plan.canvas);
      let known = plan.known;
      for (const step of plan.steps) {
        expect(step.known).toEqual(known);
        expect(containsRect(canvas, step.target)).toBe(true);
        expect(
          containsRect(rect(-1e-6, -1e-6, step.expected.width + 2e-6, step.expected.height + 2e-6), step.take),
        ).toBe(true);
        if (plan.strategy === 'native-outpaint') known = step.target;
      }
      if (plan.strategy === 'native-outpaint') expect(known).toEqual(canvas);
      const wider = planFor([margins[0] * 2, margins[1] * 2, margins[2] * 2, margins[3] * 2], how);
      if (
        plan.cost.kind === 'estimate' &&
        wider.cost.kind === 'estimate' &&
        plan.resolution.scale === 1 &&
        wider.resolution.scale === 1
      ) {
        expect(wider.cost.high).toBeGreaterThanOrEqual(plan.cost.high);
        expect(wider.cost.low).toBeGreaterThanOrEqual(plan.cost.low);
      }
    }),
    { numRuns: 300 },
  );
});
