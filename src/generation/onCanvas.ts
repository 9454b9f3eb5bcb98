import type { EditDocument, PictureId } from '../document/editDocument.ts';
import { rectEquals, rectOfSize } from '../geometry/rect.ts';
import { closePictures, framePicture } from '../raster/rasterClient.ts';
import type { ReadyPlan } from './plan.ts';

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
