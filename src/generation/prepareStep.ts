import type { EditDocument } from '../document/editDocument.ts';
import type { PlanStep } from '../providers/contract.ts';
import { encodeStep } from './encodeStep.ts';
import { onCanvas } from './onCanvas.ts';
import type { ReadyPlan } from './plan.ts';
import { planStepOf } from './planStepOf.ts';
import { stepMask } from './stepMask.ts';

/** The first call of a plan exactly as Generate makes it, except that nothing is uploaded: for Review. */
export const prepareStep = (document: EditDocument, plan: ReadyPlan, signal: AbortSignal): Promise<PlanStep> =>
  onCanvas(document, plan, signal, async (canvas) => {
    const [step] = plan.steps;
    const encoded = await encodeStep(canvas, stepMask(document, plan, step), step, plan, signal);
    return planStepOf(plan, encoded, encoded.files);
  });
