/** The one door to fetch. Adapters reach providers through here; limits, key handling and errors are the same for all. */
import type { ZodMiniType } from 'zod/mini';
import { addressOf, isGateway, resultAddressOf, type Address, type Target } from './address.ts';
import type { CallContext } from './contract.ts';
import { deadline } from './deadline.ts';
import { errorFrom, messageOf, providerError, type CallPurpose, type ErrorContext } from './errorFrom.ts';
import { ProviderError } from './errors.ts';
import { GATEWAY_PROBLEM, gatewayError } from './gatewayError.ts';
import { plainWords } from './plainWords.ts';
import { AnswerTooLarge, piecesOf } from './readBody.ts';
import { withRetries } from './retry.ts';
import type { ProviderRoutes } from './routes.ts';
import { untilAborted } from './untilAborted.ts';

export type FormField =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly file: Blob; readonly fileName: string };

export type RequestBody =
  { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'form'; readonly fields: readonly FormField[] };

export type ProviderRequest = Target & {
  readonly purpose: CallPurpose;
  /** Beyond the content type and the key, which are added here. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  /** Statuses that count as success; any 2xx if left out. */
  readonly success?: readonly number[];
  readonly timeoutMs?: number;
};

/** What came back with a successful status. */
export type Answer = { readonly status: number; readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> };

type Pieces = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** The browser's fetch, for `CallContext.fetch`. */
export const networkFetch: typeof globalThis.fetch = (input, init) => fetch(input, init);

const TOTAL_MS = 120_000;
/** From the headers on: a body that stops coming is given up sooner than the whole call. */
const IDLE_MS = 30_000;
/** An error's text; the rest of an endless one is not waited for. */
const LARGEST_ERROR = 1024 * 1024;

/** Makes a call and reads its answer as JSON of that schema. Rejects with a ProviderError, or the signal's reason once it is aborted. */
export const callJson = async <T>(
  call: CallContext,
  routes: ProviderRoutes,
  request: ProviderRequest,
  schema: ZodMiniType<T>,
): Promise<T> => readJson(await callBytes(call, routes, request), schema, contextOf(call, routes, request.purpose));

/** Makes a call and reads its whole answer, whatever it is; unsuccessful statuses reject. */
export const callBytes = (call: CallContext, routes: ProviderRoutes, request: ProviderRequest): Promise<Answer> =>
  callPieces(call, routes, request, async (contentType, pieces, status) => ({
    status,
    contentType,
    bytes: await gathered(pieces),
  }));

/** Makes a call and hands the pieces of its body to `receive` as they come; `receive` fails with a ProviderError or not at all. */
export const callPieces = <T>(
  call: CallContext,
  routes: ProviderRoutes,
  request: ProviderRequest,
  receive: (contentType: string, pieces: Pieces, status: number) => Promise<T>,
): Promise<T> => exchange(call, routes, addressOf(call.connection, routes, request), request, receive);

/** Fetches a finished picture, through the gateway where there is one, and never with a key. Reading is repeated if it fails. */
export const fetchResult = async (call: CallContext, routes: ProviderRoutes, url: string): Promise<Blob> => {
  const address = resultAddressOf(call.connection, routes, url);
  const request = { method: 'GET', purpose: 'follow', timeoutMs: TOTAL_MS } as const;
  const read = () => exchange(call, routes, address, request, async (_, pieces) => gathered(pieces));
  try {
    return new Blob([await withRetries(call, { purpose: 'follow', attempts: 3 }, read)]);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const gone = error.kind !== 'config' && [403, 404, 410].includes(error.facts.status ?? 0);
    const facts = { ...error.facts, mayHaveCharged: 'yes' } as const;
    throw gone
      ? providerError('result-expired', routes.label, facts)
      : new ProviderError(error.kind, error.message, error.nextStep, facts);
  }
};

/** The answer as JSON of that schema. */
export const readJson = <T>({ bytes }: Answer, schema: ZodMiniType<T>, context: ErrorContext): T => {
  const text = new TextDecoder().decode(bytes);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const page = /^\s*<(!doctype|html)/i.test(text);
    throw unreadable(context, text, page ? '{name} sent a web page instead of an answer.' : undefined);
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unreadable(context, messageOf(body) ?? text);
  return parsed.data;
};

/** Whom a call goes to and what must not be shown, for making errors of its answer. */
export const contextOf = (call: CallContext, routes: ProviderRoutes, purpose: CallPurpose): ErrorContext => ({
  label: routes.label,
  secrets: call.connection.apiKey === null ? [] : [call.connection.apiKey],
  purpose,
});

const unreadable = ({ label, secrets, purpose }: ErrorContext, text: string, message?: string): ProviderError => {
  const words = plainWords(text, secrets);
  return providerError(
    'malformed',
    label,
    { mayHaveCharged: purpose === 'free' ? 'no' : 'unknown', ...(words !== '' && { providerWords: words }) },
    message === undefined ? {} : { message },
  );
};

type Exchange = Pick<ProviderRequest, 'method' | 'purpose' | 'headers' | 'body' | 'success' | 'timeoutMs'>;

const exchange = async <T>(
  call: CallContext,
  routes: ProviderRoutes,
  address: Address,
  { method, purpose, headers, body, success, timeoutMs = TOTAL_MS }: Exchange,
  receive: (contentType: string, pieces: Pieces, status: number) => Promise<T>,
): Promise<T> => {
  const limits = deadline(call.signal, timeoutMs, IDLE_MS);
  try {
    const init: RequestInit = {
      method,
      headers: { ...headers, ...(body?.kind === 'json' && { 'Content-Type': 'application/json' }), ...address.headers },
      ...(body && { body: encoded(body) }),
      signal: limits.signal,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    };
    const response = await untilAborted(call.fetch(address.url, init), limits.signal);
    const { status } = response;
    if (success ? success.includes(status) : response.ok) {
      call.onProgress({ stage: 'downloading' });
      const contentType = response.headers.get('content-type') ?? '';
      return await receive(contentType, piecesOf(response, limits.signal, limits.touch), status);
    }
    const text = new TextDecoder().decode(await beginning(piecesOf(response, limits.signal, limits.touch)));
    const retryAfter = response.headers.get('retry-after');
    const problem = isGateway(call.connection, routes) ? response.headers.get(GATEWAY_PROBLEM) : null;
    throw problem === null
      ? errorFrom({ status, text, retryAfter }, contextOf(call, routes, purpose))
      : gatewayError(problem, routes.label, purpose, { status, text, retryAfter });
  } catch (error) {
    if (call.signal.aborted) throw call.signal.reason;
    if (error instanceof ProviderError) throw error;
    const mayHaveCharged = purpose === 'free' ? 'no' : 'unknown';
    if (limits.signal.aborted) throw providerError('timeout', routes.label, { mayHaveCharged });
    if (error instanceof AnswerTooLarge)
      throw providerError('malformed', routes.label, { mayHaveCharged }, { message: TOO_LONG });
    // What fetch says is not passed on: it is the same for every cause, and may quote what was sent.
    throw providerError(
      'network',
      routes.label,
      { mayHaveCharged },
      isGateway(call.connection, routes) ? LOST : UNREACHED,
    );
  } finally {
    limits.release();
  }
};

const TOO_LONG = '{name} sent an answer of more than 64 MiB.';
const LOST = {
  message: 'The connection to the gateway of this app broke off.',
  nextStep: 'Check that the gateway is running and reachable, then try again.',
};
const UNREACHED = {
  message: '{name} could not be reached: the device is offline, something blocks it, or it does not answer web pages.',
  nextStep: 'Check the connection. If it stays, run Overpaint with its gateway.',
};

const encoded = (body: RequestBody): string | FormData => {
  if (body.kind === 'json') return JSON.stringify(body.value);
  const form = new FormData();
  for (const field of body.fields)
    if ('text' in field) form.append(field.name, field.text);
    else form.append(field.name, field.file, field.fileName);
  return form;
};

const gathered = async (pieces: Pieces): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(piece);
  return joined(parts);
};

const beginning = async (pieces: Pieces): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length >= LARGEST_ERROR) break;
  }
  return joined(parts);
};

const joined = (parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** Loads a file of this build, for example a sample picture. Only paths of the app's own origin are accepted; never sends anything along. */
export const fetchOwnFile = async (path: string, signal?: AbortSignal): Promise<Blob> => {
  const address = new URL(path, location.href);
  if (address.origin !== location.origin) throw new TypeError('Only files of this app can be loaded here.');
  const response = await fetch(address, { credentials: 'omit', redirect: 'error', ...(signal && { signal }) });
  if (!response.ok) throw new Error(`The file could not be loaded (HTTP ${response.status}).`);
  return response.blob();
};
