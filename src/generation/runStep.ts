import type { CallContext, EditProvider, JobHandle, PlanStep, ProviderResult } from '../providers/contract.ts';
import { ProviderError } from '../providers/errors.ts';
import { untilAborted } from '../providers/untilAborted.ts';
import type { EncodedStep } from './encodeStep.ts';
import type { ReadyPlan } from './plan.ts';
import { planStepOf } from './planStepOf.ts';
import type { ProgressChange } from './progress.ts';

export type StepCall = {
  readonly provider: EditProvider;
  readonly call: CallContext;
  readonly report: (change: ProgressChange) => void;
  /** Called when the request is about to leave: from then on it may be billed. */
  readonly onSending: () => void;
};

/**
 * Makes one call of a provider, once. Where the provider fetches its pictures they are published before and taken back as soon as the
 * call has ended, however it ended. Rejects with a ProviderError, or the signal's reason.
 */
export const runStep = async (plan: ReadyPlan, encoded: EncodedStep, stepCall: StepCall): Promise<ProviderResult> => {
  const { provider, call, report, onSending } = stepCall;
  const { signal, fetch } = call;
  const takeBack: (() => Promise<void>)[] = [];
  try {
    const files: PlanStep['files'][number][] = [];
    for (const file of encoded.files) {
      if (encoded.step.transport !== 'public-url') {
        files.push(file);
        continue;
      }
      report({ stage: 'uploading', fraction: files.length / encoded.files.length });
      // Only some providers fetch their pictures.
      const { deleteUpload, uploadFile } = await import('../providers/uploads.ts');
      const upload = await uploadFile(fetch, file.bytes, signal);
      takeBack.push(() => deleteUpload(fetch, upload));
      files.push({ ...file, url: upload.url });
    }
    signal.throwIfAborted();
    onSending();
    return await untilAborted(provider.edit(planStepOf(plan, encoded, files), call), signal);
  } finally {
    for (const each of takeBack) void each();
  }
};

/** Takes a job up again after a reload; Stop takes effect at once, even where an adapter would be slow to notice. Nothing is submitted. */
export const resumeStep = (provider: EditProvider, handle: JobHandle, call: CallContext): Promise<ProviderResult> =>
  provider.resume
    ? untilAborted(provider.resume(handle, call), call.signal)
    : Promise.reject(
        new ProviderError(
          'unsupported',
          `${provider.label} can’t be asked about a job again.`,
          'See in your account there whether it was finished.',
          { mayHaveCharged: 'unknown' },
        ),
      );
