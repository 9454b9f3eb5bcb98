import type { CallContext, Connection, EditProvider, Operation } from '../contract.ts';
import { messageOf } from '../errorFrom.ts';
import { ProviderError } from '../errors.ts';
import { callJson, contextOf, type FormField, type ProviderRequest } from '../http.ts';
import { readImages } from '../readImage.ts';
import { withRetries } from '../retry.ts';
import { timeoutMsOf } from '../timeoutSetting.ts';
import { answerSchema, type Answer } from './api.ts';
import { failure } from './failure.ts';
import { formFields } from './formFields.ts';
import { description } from './description.ts';
import { routes } from './routes.ts';

const { label, auth } = routes;

const ATTEMPTS = 5;

export const aiThriving: EditProvider = {
  ...description,

  async edit(step, call) {
    const request = requestOf(call.connection, step.operation, await formFields(step));
    call.onProgress({ stage: 'waiting', fraction: null });
    const answer = await withRetries(call, { purpose: 'submit', attempts: ATTEMPTS }, () => succeed(call, request));
    const { image, seed } = pictureOf(answer);
    const found = image === null ? [] : [{ value: image, seed: seed ?? step.seed }];
    return readImages(call, routes, found, messageOf(answer));
  },

  async test(call) {
    const { authHeader: chosen } = requestOf(call.connection, 'outpaint', []);
    const other = [auth.header, ...(auth.alternativeHeaders ?? [])].find((name) => name !== chosen);
    const refusal = await refusalOf(call, chosen);
    if (refusal === null) return `${label} answers and did not refuse the key.`;
    if (refusal.kind === 'auth' && (await refusalOf(call, other).catch(() => refusal)) === null)
      return `${label} takes the key with the header “${other ?? ''}”: choose that one.`;
    throw refusal;
  },
};

const requestOf = (
  { settings: chosen }: Connection,
  operation: Operation,
  fields: readonly FormField[],
): ProviderRequest => ({
  method: 'POST',
  path: `/api/edit/${operation}`,
  purpose: 'submit',
  success: [200],
  body: { kind: 'form', fields },
  timeoutMs: timeoutMsOf(chosen),
  authHeader: chosen.authHeader === 'Authentication' ? 'Authentication' : auth.header,
});

/** One call; an envelope with another code than 0 is a failure although its status is 200. */
const succeed = async (call: CallContext, request: ProviderRequest): Promise<Answer> => {
  const answer = await callJson(call, routes, request, answerSchema);
  if (String(answer.code).trim() === '0') return answer;
  throw failure(answer, contextOf(call, routes, request.purpose));
};

const pictureOf = ({ data }: Answer): { readonly image: string | null; readonly seed: number | null } => {
  if (typeof data === 'string') return { image: data === '' ? null : data, seed: null };
  const seed = Number(data?.seed ?? NaN);
  return { image: data?.image ?? null, seed: Number.isSafeInteger(seed) && seed >= 0 ? seed : null };
};

/** Sends a request that lacks everything, which cannot be charged; null if the key was not refused. Rejects where nothing was learnt. */
const refusalOf = async (call: CallContext, authHeader: string | undefined): Promise<ProviderError | null> => {
  const named = authHeader === undefined ? {} : { authHeader };
  const fields = [{ name: 'output_format', text: 'png' }];
  try {
    await succeed(call, { ...requestOf(call.connection, 'outpaint', fields), ...named, purpose: 'free' });
    return null;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (['auth', 'forbidden', 'quota'].includes(error.kind)) return error;
    if (error.facts.status === undefined || error.kind === 'not-found') throw error;
    return null;
  }
};
