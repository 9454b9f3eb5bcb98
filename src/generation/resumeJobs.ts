import type { EditDocument } from '../document/editDocument.ts';
import type { Generation } from '../document/generation.ts';
import type { CallContext, EditProvider } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { reopenWebhook } from '../providers/webhook.ts';
import type { JobRecord } from '../storage/jobRecord.ts';
import { forgetJob, keptJobs } from '../storage/jobStore.ts';
import type { GenerateContext } from './generate.ts';
import { generationOf, type Begun } from './generationOf.ts';
import { layAnswers } from './layAnswers.ts';
import type { CallSetup } from './order.ts';
import { onCanvas } from './onCanvas.ts';
import { changeOf } from './progress.ts';
import { resumeStep } from './runStep.ts';
import { stagesOf } from './stages.ts';
import { stepMask } from './stepMask.ts';

/** A job of an earlier visit that can be waited for again, and the document that it belongs to once its picture is open. */
export type ResumeOrder = {
  readonly record: JobRecord;
  /** `source` is the record's picture, opened again; `mask` is the record's. */
  readonly document: EditDocument;
  readonly provider: EditProvider;
  readonly call: CallSetup;
};

/** The jobs of earlier visits whose results may still come, oldest first. Empty where the browser keeps nothing. */
export const resumableJobs = (providers: readonly EditProvider[]): Promise<readonly JobRecord[]> =>
  keptJobs(Date.now())
    .then((jobs) => jobs.filter(({ provider: { id } }) => providers.some((each) => each.id === id && 'resume' in each)))
    .catch(() => []);

/** Gives a job of an earlier visit up. */
export const dropResumable = (id: string): Promise<void> => forgetJob(id).catch(() => undefined);

/** Waits for a job of an earlier visit and pastes its answer back. Never submits anything. Rejects like `generate`. */
export const resumeJob = async (order: ResumeOrder, context: GenerateContext): Promise<Generation> => {
  const { record, document, provider, call } = order;
  const { signal, report, onBilling } = context;
  const { paste, asked, price } = record;
  const mask = stepMask(document, paste, paste);
  const begun: Begun = {
    id: record.id,
    provider,
    asked,
    source: document.source,
    frame: paste.canvas,
    mask,
    price,
    startedAt: record.startedAt,
    began: performance.now() - (Date.now() - record.startedAt),
  };
  const stages = stagesOf('public-url');
  onBilling(price.kind === 'free' ? 'free' : 'sent');
  report({ stage: 'waiting' });
  const callContext: CallContext = {
    connection: call.connection,
    fetch: call.fetch,
    wait: call.wait,
    signal,
    onProgress: (progress) => signal.aborted || report(changeOf(progress, stages, performance.now())),
    onJob: () => undefined,
    ...(record.nonce !== null && { webhook: reopenWebhook(call, record.nonce) }),
  };
  try {
    const { statusUrl, ...handle } = record.handle;
    const known = statusUrl === undefined ? handle : { ...handle, statusUrl };
    const result = await resumeStep(provider, known, callContext);
    onBilling(price.kind === 'free' ? 'free' : 'answered');
    const arrived = await onCanvas(document, paste, signal, (canvas) =>
      layAnswers(canvas, result, paste, mask, {
        ...context,
        onArrival: (some) => context.onArrival(generationOf(begun, some)),
      }),
    );
    await dropResumable(record.id);
    return generationOf(begun, arrived);
  } catch (error) {
    const isPassing = error instanceof ProviderError && ['network', 'timeout', 'unavailable'].includes(error.kind);
    if (!isPassing) await dropResumable(record.id);
    throw error;
  }
};
