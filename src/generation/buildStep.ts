import { frameOf, type Margins } from '../geometry/margins.ts';
import { rect, type Rect } from '../geometry/rect.ts';
import type { NativeOutpaint, Operation, OperationCapability } from '../providers/contract.ts';
import { answerSize, fitOutpaint } from './fitOutpaint.ts';
import { fitSize } from './fitSize.ts';
import type { PlannedStep } from './plan.ts';

type OwnOutpaint = Exclude<NativeOutpaint, { kind: 'none' }>;

/** What of a step does not depend on its size. */
type StepFacts = Pick<
  PlannedStep,
  | 'operation'
  | 'transport'
  | 'mask'
  | 'maxFileBytes'
  | 'smallFormats'
  | 'rules'
  | 'region'
  | 'known'
  | 'overlap'
  | 'grows'
>;

/** Bytes of one picture that the gateway puts at a public address. */
const mostUploadBytes = 20 * 1024 * 1024;

const factsOf = (operation: Operation, capability: OperationCapability) => ({
  operation,
  transport: capability.transport,
  maxFileBytes: capability.maxFileBytes ?? (capability.transport === 'public-url' ? mostUploadBytes : null),
  smallFormats: capability.smallFormats ?? (['jpeg', 'webp'] as const),
  rules: capability.size,
});

/** A call that sends `region` with a mask and gets it back; null where no size fits. */
export const maskedStep = (
  operation: Operation,
  capability: OperationCapability,
  region: Rect,
  known: Rect,
  overlap: number,
): PlannedStep | null => {
  const { mask } = capability;
  return sized({ ...factsOf(operation, capability), mask, region, known, overlap, grows: null }, Infinity);
};

/** A call that sends the known part and gets it back with `by` px of the canvas around it; null where no size fits. */
export const growingStep = (
  known: Rect,
  by: Margins,
  capability: OperationCapability,
  native: OwnOutpaint,
): PlannedStep | null =>
  sized(
    {
      ...factsOf('outpaint', capability),
      mask: { kind: 'none' },
      region: known,
      known,
      overlap: 0,
      grows: { native, by },
    },
    Infinity,
  );

/** The same call with fewer px, for files that would be too large; null where the rules allow no fewer. */
export const smallerStep = (step: PlannedStep, mostScale: number): PlannedStep | null => {
  const smaller = sized(step, mostScale);
  return smaller && smaller.scale < step.scale ? smaller : null;
};

const sized = (facts: StepFacts, mostScale: number): PlannedStep | null =>
  facts.grows ? sizedGrowing(facts, facts.grows, mostScale) : sizedMasked(facts, mostScale);

const sizedMasked = (facts: StepFacts, mostScale: number): PlannedStep | null => {
  const fit = fitSize(facts.region, facts.rules, mostScale);
  return (
    fit && {
      ...facts,
      scale: fit.scale,
      work: fit.work,
      size: fit.size,
      margins: null,
      expected: fit.size,
      take: rect(0, 0, fit.work.width, fit.work.height),
      target: facts.region,
      verifyPlacement: false,
    }
  );
};

const sizedGrowing = (
  facts: StepFacts,
  { native, by }: NonNullable<StepFacts['grows']>,
  mostScale: number,
): PlannedStep | null => {
  const step = native.kind === 'margins' ? (native.step ?? 1) : 1;
  const rules = { ...facts.rules, step, boundAnswer: native.kind === 'direction' };
  const fit = fitOutpaint(facts.known, by, rules, mostScale);
  if (!fit) return null;
  const target = frameOf(facts.known, by);
  return {
    ...facts,
    scale: Math.min(fit.scale.x, fit.scale.y),
    work: fit.work,
    size: fit.work,
    margins: fit.margins,
    expected: answerSize(fit),
    take: rect(
      fit.margins.left - by.left * fit.scale.x,
      fit.margins.top - by.top * fit.scale.y,
      target.width * fit.scale.x,
      target.height * fit.scale.y,
    ),
    target,
    verifyPlacement: native.kind === 'direction',
  };
};
