import type { EditDocument, PictureId } from '../document/editDocument.ts';
import { rectEquals, rectOfSize } from '../geometry/rect.ts';
import type { PlanStep } from '../providers/contract.ts';
import { closePictures, framePicture } from '../raster/rasterClient.ts';
import { encodeStep } from './encodeStep.ts';
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

/** Runs `work` on the picture that a plan's rectangles belong to: the source, or the source within the frame, closed afterwards. */
export const onCanvas = async <Result>(
  { source }: Pick<EditDocument, 'source'>,
  { canvas }: Pick<ReadyPlan, 'canvas'>,
  signal: AbortSignal,
  work: (canvas: PictureId) => Promise<Result>,
): Promise<Result> => {
  if (rectEquals(canvas, rectOfSize(source.size))) return work(source.id);
  const framed = await framePicture(source.id, canvas, signal);
  try {
    return await work(framed.id);
  } finally {
    void closePictures([framed.id]);
  }
};
