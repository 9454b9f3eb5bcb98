import type { CallContext, Connection, EditProvider, JobHandle, ProviderResult } from '../contract.ts';
import { deadline } from '../deadline.ts';
import { errorOfJob, messageOf, providerError } from '../errorFrom.ts';
import { ProviderError } from '../errors.ts';
import { callJson, contextOf, type ProviderRequest } from '../http.ts';
import { noPicture, readImages } from '../readImage.ts';
import { withRetries } from '../retry.ts';
import { timeoutMsOf } from '../timeoutSetting.ts';
import { untilAborted } from '../untilAborted.ts';
import { answerSchema, eventSchema, jobSchema, type Event } from './api.ts';
import { dialectOf } from './capabilities.ts';
import { requestFields } from './requestFields.ts';
import { description } from './description.ts';
import { routes } from './routes.ts';

const { id, label } = routes;

/** Calls that the vendor's own example makes before it gives up on a rate limit. */
const ATTEMPTS = 5;
/** How long a webhook is waited for. */
const LONGEST_JOB_MS = 30 * 60 * 1000;

/** So that a report which is delivered again at once does not keep the page busy. */
const REPORT_PAUSE_MS = 1_000;

export const holySheep: EditProvider = {
  ...description,

  async edit(step, call) {
    const { settings: chosen } = call.connection;
    const dialect = dialectOf(chosen);
    const fields = await requestFields(step, dialect);
    const asynchronous = chosen.delivery === 'webhook' && dialect === 'v1';
    if (asynchronous && call.webhook) {
      const { job_id } = await submit(call, jobSchema, {
        path: '/images/edit/async',
        success: [202],
        value: {
          job_type: step.operation,
          async: true,
          webhook_url: call.webhook.url,
          metadata: { submitted_via: 'overpaint' },
          ...fields,
        },
      });
      const handle = { provider: id, id: job_id, submittedAt: Date.now() };
      call.onJob(handle);
      return arrived(handle, call, step.seed);
    }
    call.onProgress({ stage: 'waiting', fraction: null });
    const path =
      dialect === 'edits' ? '/images/edits' : step.operation === 'outpaint' ? '/images/outpaint' : '/images/inpaint';
    const answer = await submit(call, answerSchema, { path, success: [200], value: fields });
    const result = await readImages(
      call,
      routes,
      picturesOf(answer.data, dialect === 'edits' ? null : step.seed),
      messageOf(answer),
    );
    return asynchronous ? { ...result, warnings: [...result.warnings, WITHOUT_WEBHOOK] } : result;
  },

  resume: (handle, call) => arrived(handle, call, null),

  async test(call) {
    try {
      // Without an image there is nothing to bill, but the key is looked at.
      const request = requestOf(call.connection, {
        path: '/images/inpaint',
        value: { model: 'image-edit-inpaint-v2' },
      });
      await callJson(call, routes, { ...request, purpose: 'free' }, answerSchema);
    } catch (error) {
      const answered = error instanceof ProviderError && ['validation', 'rate-limit', 'malformed'].includes(error.kind);
      if (!answered || error.facts.status === undefined) throw error;
    }
    return `${label} answers and did not refuse the key.`;
  },
};

const WITHOUT_WEBHOOK = 'No webhook can be received here, so the answer was waited for instead.';

type Submission = { readonly path: string; readonly value: unknown; readonly success?: readonly number[] };

const requestOf = ({ settings: chosen }: Connection, { path, value, success }: Submission): ProviderRequest => ({
  method: 'POST',
  path,
  purpose: 'submit',
  body: { kind: 'json', value },
  timeoutMs: timeoutMsOf(chosen),
  ...(success && { success }),
});

/** Sends a call that may be billed: again after a rate limit, and once more after a 500, since the files are known to be whole. */
const submit = async <T>(
  call: CallContext,
  schema: Parameters<typeof callJson<T>>[3],
  submission: Submission,
): Promise<T> => {
  const request = requestOf(call.connection, submission);
  let brokeDown = 0;
  const alsoAfter = ({ facts }: ProviderError) => facts.status === 500 && ++brokeDown === 1;
  try {
    return await withRetries(call, { purpose: 'submit', attempts: ATTEMPTS, alsoAfter }, () =>
      callJson(call, routes, request, schema),
    );
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.status !== 500) throw error;
    throw providerError('validation', label, error.facts, {
      message: '{name} failed twice on this picture, which often means that it cannot read it.',
      nextStep: 'Try a smaller area, or try again later.',
    });
  }
};

/** Waits for the webhook of a job, over reports that it is still at work. */
const arrived = async (handle: JobHandle, call: CallContext, seed: number | null): Promise<ProviderResult> => {
  if (!call.webhook)
    throw providerError(
      'config',
      label,
      { mayHaveCharged: 'unknown' },
      {
        message: 'The result of {name} comes by webhook, and none can be received here.',
        nextStep: 'Start the gateway with a public address, then reload the page.',
      },
    );
  const limits = deadline(call.signal, LONGEST_JOB_MS, LONGEST_JOB_MS);
  call.onProgress({ stage: 'waiting', fraction: null });
  try {
    for (;;) {
      const event = reported(await untilAborted(call.webhook.arrival(handle.id, limits.signal), limits.signal), call);
      if (event.status === 'failed') throw errorOfJob(event, contextOf(call, routes, 'follow'));
      if (event.status !== 'completed') {
        await call.wait(REPORT_PAUSE_MS, limits.signal);
        continue;
      }
      const found = event.result ? [event.result] : event.data;
      return await readImages(call, routes, picturesOf(found, seed), messageOf(event));
    }
  } catch (error) {
    if (call.signal.aborted) throw call.signal.reason;
    if (limits.signal.aborted) throw providerError('timeout', label, { mayHaveCharged: 'unknown' });
    throw error;
  } finally {
    limits.release();
  }
};

const reported = (report: unknown, call: CallContext): Event => {
  const parsed = eventSchema.safeParse(report);
  if (!parsed.success)
    throw noPicture(call, routes, '{name} reported the end of the job in a form that cannot be read.');
  return parsed.data;
};

type Pictures = readonly { readonly b64_json?: string | null | undefined; readonly url?: string | null | undefined }[];

const picturesOf = (found: Pictures | null | undefined, seed: number | null) =>
  (found ?? []).flatMap(({ b64_json, url }) => {
    const value = b64_json ?? url ?? null;
    return value === null ? [] : [{ value, seed }];
  });
