import type { CallContext, EditProvider, JobHandle, PlanStep, ProviderResult } from '../contract.ts';
import { errorFrom, messageOf, providerError } from '../errorFrom.ts';
import { ProviderError } from '../errors.ts';
import { callBytes, callJson, contextOf, type ProviderRequest } from '../http.ts';
import { poll } from '../poll.ts';
import { noPicture, readImages } from '../readImage.ts';
import { withRetries } from '../retry.ts';
import { failureOf, idOf, jobSchema, picturesOf, stateOf, type Job } from './api.ts';
import { MOST_SAMPLES } from './capabilities.ts';
import { description } from './description.ts';
import { requestFields } from './requestFields.ts';
import { routes } from './routes.ts';

const { id, label, auth } = routes;

const PATHS = { inpaint: '/sdxl/inpainting/v1', outpaint: '/outpainting/v1' } as const;
type Path = (typeof PATHS)[keyof typeof PATHS];

const ATTEMPTS = 3;
/** How long a rate limit lasts unless the server says otherwise. */
const RATE_LIMIT_MS = 60_000;
const FIRST_LOOK_MS = 2_000;
const LONGEST_JOB_MS = 5 * 60 * 1000;

export const imagePipeline: EditProvider = {
  ...description,

  async edit(step, call) {
    const path = step.operation === 'outpaint' ? PATHS.outpaint : PATHS.inpaint;
    const fields = await requestFields(step, call.connection.settings);
    const job = await submit(call, path, fields);
    const result = await (stateOf(job) === 'running'
      ? follow(job, path, call, step.seed)
      : ended(job, call, step.seed));
    return { ...result, warnings: [...warningsFor(step), ...result.warnings] };
  },

  resume: (handle, call) => finished(handle, call, null),

  async test(call) {
    try {
      await callBytes(call, routes, {
        ...request(call, { method: 'GET', path: `${PATHS.inpaint}/status/{id}`, purpose: 'free' }),
        // No job has this number: looking at it is free, but the key is looked at.
        id: '00000000-0000-0000-0000-000000000000',
      });
    } catch (error) {
      const isAnswer = error instanceof ProviderError && ['not-found', 'validation', 'rate-limit'].includes(error.kind);
      if (!isAnswer || error.facts.status === undefined) throw error;
    }
    return `${label} answers and did not refuse the key.`;
  },
};

/** The request with the header of the chosen dialect. */
const request = ({ connection }: CallContext, target: ProviderRequest): ProviderRequest => ({
  ...target,
  authHeader: connection.settings.dialect === 'v2' ? 'X-API-Key' : auth.header,
});

const submit = async (call: CallContext, path: Path, fields: unknown): Promise<Job> => {
  const target = request(call, { method: 'POST', path, purpose: 'submit', body: { kind: 'json', value: fields } });
  try {
    return await withRetries(call, { purpose: 'submit', attempts: ATTEMPTS }, () =>
      callJson(call, routes, target, jobSchema).catch(waitForRateLimit),
    );
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'not-found') throw error;
    throw providerError('not-found', label, error.facts, {
      message:
        path === PATHS.inpaint
          ? '{name} no longer offers masked inpainting at this address.'
          : '{name} does not offer outpainting at this address.',
      nextStep:
        path === PATHS.inpaint
          ? 'Check the base URL in Provider settings, or choose another provider.'
          : 'Choose the inpainting call for expanding in Provider settings.',
    });
  }
};

const waitForRateLimit = (error: unknown): never => {
  if (!(error instanceof ProviderError) || error.kind !== 'rate-limit' || error.facts.retryAfterMs !== undefined)
    throw error;
  throw providerError('rate-limit', label, { ...error.facts, retryAfterMs: RATE_LIMIT_MS });
};

const follow = (job: Job, path: Path, call: CallContext, seed: number | null): Promise<ProviderResult> => {
  const jobId = idOf(job);
  if (jobId === null) throw noPicture(call, routes, '{name} took the job but gave it no number.', messageOf(job) ?? '');
  const handle = { provider: id, id: jobId, statusUrl: `${path}/status/{id}`, submittedAt: Date.now() };
  call.onJob(handle);
  return finished(handle, call, seed);
};

/** Looks at a job until it has ended. There is no call that cancels one. */
const finished = async (handle: JobHandle, call: CallContext, seed: number | null): Promise<ProviderResult> => {
  const path = handle.statusUrl ?? `${PATHS.inpaint}/status/{id}`;
  const target = request(call, { method: 'GET', path, id: handle.id, purpose: 'follow' });
  const policy = { label, firstMs: FIRST_LOOK_MS, deadlineMs: LONGEST_JOB_MS };
  const job = await poll(call, policy, async () => {
    const seen = await callJson(call, routes, target, jobSchema);
    // A failure is judged after polling: here it would pass for one of the connection.
    return stateOf(seen) === 'running' ? { done: false } : { done: true, value: seen };
  });
  return ended(job, call, seed);
};

const ended = async (job: Job, call: CallContext, seed: number | null): Promise<ProviderResult> => {
  if (stateOf(job) === 'failed') throw errorFrom(failureOf(job), contextOf(call, routes, 'follow'));
  const found = picturesOf(job).map((value) => ({ value, seed }));
  return readImages(call, routes, found, messageOf(job));
};

const warningsFor = ({ operation, candidates, seed }: PlanStep): readonly string[] => {
  if (operation !== 'outpaint') return [];
  return [
    ...(candidates > MOST_SAMPLES.outpaint
      ? [`${label} makes at most ${MOST_SAMPLES.outpaint} pictures when it expands.`]
      : []),
    ...(seed !== null ? [`${label} takes no seed when it expands.`] : []),
  ];
};
