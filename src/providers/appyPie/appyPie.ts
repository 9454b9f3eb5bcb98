import type { CallContext, EditProvider, JobHandle, ProviderResult } from '../contract.ts';
import { errorFrom, messageOf } from '../errorFrom.ts';
import { ProviderError } from '../errors.ts';
import { callBytes, callJson, callPieces, contextOf, readJson, type ProviderRequest } from '../http.ts';
import { imageType } from '../imageType.ts';
import { poll } from '../poll.ts';
import { readImages } from '../readImage.ts';
import { withRetries } from '../retry.ts';
import { timeoutMsOf } from '../timeoutSetting.ts';
import { answerSchema, errorStatusIn, jobIn, pictureIn, stateOf, type AnswerBody } from './api.ts';
import { description } from './description.ts';
import { readFrames } from './readFrames.ts';
import { requestFields } from './requestFields.ts';
import { routes } from './routes.ts';
import { readSettings } from './settings.ts';

const { id, label } = routes;

const ATTEMPTS = 5;
const OPENING_BRACE = 0x7b;
const POLL_MS = 2_000;
const LONGEST_JOB_MS = 5 * 60 * 1000;

/** What an answer brought, in whatever form: the picture, or the number of a job, or only words. */
type Found = {
  readonly picture: string | Uint8Array<ArrayBuffer> | null;
  readonly job: string | null;
  readonly words: string | null;
};

export const appyPie: EditProvider = {
  ...description,

  async edit(step, call) {
    const { settings: chosen } = call.connection;
    const request = requestOf(call, await requestFields(step, chosen));
    call.onProgress({ stage: 'waiting', fraction: null });
    const ask = readSettings(chosen).isStreamed ? askStream : askOnce;
    const found = await withRetries(call, { purpose: 'submit', attempts: ATTEMPTS }, () => ask(call, request));
    if (found.picture === null && found.job !== null) {
      const handle = { provider: id, id: found.job, submittedAt: Date.now() };
      call.onJob(handle);
      return finished(handle, call, step.seed);
    }
    return pictureOf(call, found, step.seed);
  },

  resume: (handle, call) => finished(handle, call, null),

  async test(call) {
    try {
      // Without a prompt there is nothing to make and to bill, but the key is looked at.
      await callBytes(call, routes, { ...requestOf(call, {}), purpose: 'free' });
    } catch (error) {
      const isAnswer = error instanceof ProviderError && ['validation', 'rate-limit'].includes(error.kind);
      if (!isAnswer || error.facts.status === undefined) throw error;
    }
    return `${label} answers and did not refuse the key.`;
  },
};

const pathOf = ({ connection }: CallContext): string => {
  const { dialect, isStreamed } = readSettings(connection.settings);
  if (dialect === 'worker') return '/getImage';
  return isStreamed ? '/inpainting/v1/getImageStream' : '/inpainting/v1/getImage';
};

const requestOf = (call: CallContext, fields: Readonly<Record<string, unknown>>): ProviderRequest => ({
  method: 'POST',
  path: pathOf(call),
  purpose: 'submit',
  headers: { 'Cache-Control': 'no-cache' },
  body: { kind: 'json', value: fields },
  timeoutMs: timeoutMsOf(call.connection.settings),
});

/** One call; the answer is JSON or the picture's bytes, told by what it is rather than by what it says it is. */
const askOnce = async (call: CallContext, request: ProviderRequest): Promise<Found> => {
  const answer = await callBytes(call, routes, request);
  const saysPicture = /^image\//i.test(answer.contentType) && answer.bytes[0] !== OPENING_BRACE;
  if (imageType(answer.bytes) !== null || saysPicture) return { picture: answer.bytes, job: null, words: null };
  return foundIn(call, readJson(answer, answerSchema, contextOf(call, routes, 'submit')));
};

/** One call whose frames are read as they come: the last picture counts, numbers are progress. */
const askStream = (call: CallContext, request: ProviderRequest): Promise<Found> =>
  callPieces(call, routes, request, async (_, pieces) => {
    let found: Found = { picture: null, job: null, words: null };
    for await (const frame of readFrames(pieces)) {
      if (frame.kind === 'bytes') found = { ...found, picture: frame.bytes };
      else if (frame.kind === 'text') found = withText(found, frame.text);
      else {
        const body = answerSchema.safeParse(frame.value).data;
        if (!body) continue;
        const next = foundIn(call, body);
        const { progress } = body;
        if (typeof progress === 'number' && progress >= 0)
          call.onProgress({ stage: 'waiting', fraction: Math.min(1, progress > 1 ? progress / 100 : progress) });
        found = {
          picture: next.picture ?? found.picture,
          job: next.job ?? found.job,
          words: next.words ?? found.words,
        };
      }
    }
    return found;
  });

/** A frame without JSON: an address or base64 by itself, or words such as those of an error page. */
const withText = (found: Found, text: string): Found =>
  /^(https?:\/\/\S+|data:image\/\S+|[A-Za-z0-9+/_-]{64,}={0,2})$/.test(text.trim())
    ? { ...found, picture: text.trim() }
    : { ...found, words: found.words ?? text };

/** An answer may be an error although its HTTP status is 200. */
const foundIn = (call: CallContext, body: AnswerBody): Found => {
  const status = errorStatusIn(body);
  if (status !== null) throw errorFrom({ status, text: JSON.stringify(body) }, contextOf(call, routes, 'submit'));
  return { picture: pictureIn(body), job: jobIn(body), words: messageOf(body) };
};

const pictureOf = (call: CallContext, { picture, words }: Found, seed: number | null): Promise<ProviderResult> =>
  readImages(call, routes, picture === null ? [] : [{ value: picture, seed }], words);

/** Looks at a deferred job until it has ended. */
const finished = async (handle: JobHandle, call: CallContext, seed: number | null): Promise<ProviderResult> => {
  const request: ProviderRequest = {
    method: 'POST',
    path: '/ai-model-api-polling/getGenerationResults',
    purpose: 'follow',
    headers: { 'Cache-Control': 'no-cache' },
    body: { kind: 'json', value: { job_set_id: handle.id } },
  };
  const policy = { label, firstMs: POLL_MS, factor: 1, deadlineMs: LONGEST_JOB_MS };
  const body = await poll(call, policy, async () => {
    const seen = await callJson(call, routes, request, answerSchema);
    return goesOn(seen) ? { done: false } : { done: true, value: seen };
  });
  const picture = pictureIn(body);
  if (picture === null && (stateOf(body) === 'failed' || errorStatusIn(body) !== null)) {
    const answer = { status: errorStatusIn(body) ?? 500, text: JSON.stringify(body) };
    throw errorFrom(answer, contextOf(call, routes, 'follow'));
  }
  return pictureOf(call, { picture, job: null, words: messageOf(body) }, seed);
};

/** An answer with neither a status nor a job number says nothing: waiting for more of them would take minutes. */
const goesOn = (body: AnswerBody): boolean =>
  pictureIn(body) === null &&
  errorStatusIn(body) === null &&
  stateOf(body) === 'running' &&
  (typeof body.status === 'string' || jobIn(body) !== null);
