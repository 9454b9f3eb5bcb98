import type { PictureId } from '../document/editDocument.ts';
import type { Generation } from '../document/generation.ts';
import type { CallContext } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { closePictures } from '../raster/rasterClient.ts';
import type { Billing } from './billing.ts';
import { encodeStep } from './encodeStep.ts';
import { generationOf, type Begun } from './generationOf.ts';
import { layAnswer, pasteFactsOf } from './layAnswer.ts';
import { layAnswers, type Arrived } from './layAnswers.ts';
import { keepingJob, type JobKeeper } from './keepingJob.ts';
import type { Order } from './order.ts';
import type { PlannedStep, ReadyPlan } from './plan.ts';
import { planEdit } from './planEdit.ts';
import { onCanvas } from './onCanvas.ts';
import { changeOf, type ProgressChange } from './progress.ts';
import { runStep } from './runStep.ts';
import { stagesOf } from './stages.ts';
import { stepMask } from './stepMask.ts';

export type GenerateContext = {
  readonly signal: AbortSignal;
  readonly report: (change: ProgressChange) => void;
  readonly onBilling: (billing: Billing) => void;
  /** The record so far, each time another candidate has arrived. */
  readonly onArrival: (generation: Generation) => void;
};

/**
 * Document -> plan -> pixels -> provider -> paste back -> the record of it. Changes nothing but the raster worker's store of pictures.
 * One order makes the plan's calls, each once. Rejects with a ProviderError, or the signal's reason.
 */
export const generate = async (order: Order, context: GenerateContext): Promise<Generation> => {
  const { document, provider, request, call } = order;
  const plan = planEdit(document, provider, provider.capabilities(call.connection.settings), request);
  if (plan.kind === 'refused')
    throw new ProviderError('validation', plan.reason, 'Then press Generate again.', { mayHaveCharged: 'no' });
  const begun: Begun = {
    id: crypto.randomUUID(),
    provider,
    asked: { operation: request.operation, ...plan.words },
    source: document.source,
    frame: plan.canvas,
    mask: stepMask(document, plan, plan.steps[0]),
    price: plan.cost,
    startedAt: Date.now(),
    began: performance.now(),
  };
  context.onBilling(plan.cost.kind === 'free' ? 'free' : 'nothing-sent');
  const keeper = keepingJob(order, plan, begun);
  try {
    const arrived = await onCanvas(document, plan, context.signal, (canvas) =>
      runSteps(order, plan, canvas, keeper, {
        ...context,
        onArrival: (some) => context.onArrival(generationOf(begun, some)),
      }),
    );
    await keeper.forget();
    return generationOf(begun, arrived);
  } catch (error) {
    await keeper.forgetUnlessPassing(error);
    throw error;
  }
};

type StepsContext = Omit<GenerateContext, 'onArrival'> & { readonly onArrival: (arrived: Arrived) => void };

/** The calls of a plan in order, each on what the one before brought. */
const runSteps = async (
  order: Order,
  plan: ReadyPlan,
  first: PictureId,
  keeper: JobKeeper,
  context: StepsContext,
): Promise<Arrived> => {
  const between: PictureId[] = [];
  const [last, ...reversed] = [...plan.steps].reverse();
  try {
    let canvas = first;
    for (const [index, step] of reversed.reverse().entries()) {
      const { facts, result } = await runOne(order, plan, { step, number: index + 1, canvas }, keeper, context);
      const [image] = result.images;
      if (!image) break;
      const { candidate } = await layAnswer(canvas, image, facts, stepMask(order.document, plan, step), context.signal);
      canvas = candidate.picture.id;
      between.push(canvas);
    }
    const step = last ?? plan.steps[0];
    const { facts, result } = await runOne(order, plan, { step, number: plan.steps.length, canvas }, keeper, context);
    return await layAnswers(canvas, result, facts, stepMask(order.document, plan, step), context);
  } finally {
    if (between.length > 0) void closePictures(between);
  }
};

type Turn = { readonly step: PlannedStep; readonly number: number; readonly canvas: PictureId };

/** One call: encoded, sent, waited for. */
const runOne = async (
  { document, provider, call }: Order,
  plan: ReadyPlan,
  { step, number, canvas }: Turn,
  keeper: JobKeeper,
  { signal, report: tell, onBilling }: StepsContext,
) => {
  const stages = stagesOf(step.transport);
  const report = (change: ProgressChange): void => tell({ ...change, step: { number, of: plan.steps.length } });
  report({ stage: 'preparing' });
  const encoded = await encodeStep(canvas, stepMask(document, plan, step), step, plan, signal);
  const facts = pasteFactsOf(plan, encoded.step, encoded.isLossy);
  const { webhooks } = provider.capabilities(call.connection.settings).needs;
  const opened =
    call.webhooks && webhooks !== 'no'
      ? await (await import('../providers/webhook.ts')).openWebhook({ ...call, signal }, provider.id)
      : null;
  const context: CallContext = {
    connection: call.connection,
    fetch: call.fetch,
    wait: call.wait,
    signal,
    onProgress: (progress) => signal.aborted || report(changeOf(progress, stages, performance.now())),
    onJob: (handle) => keeper.keep(handle, facts, opened?.nonce ?? null),
    ...(opened && { webhook: opened.webhook }),
  };
  const isFree = plan.cost.kind === 'free';
  const onSending = (): void => onBilling(isFree ? 'free' : 'sent');
  report({ stage: stages.includes('filling') ? 'filling' : 'uploading' });
  const result = await runStep(plan, encoded, { provider, call: context, report, onSending });
  onBilling(isFree ? 'free' : 'answered');
  return { facts, result };
};
