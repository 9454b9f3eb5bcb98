import { ProviderError, type ProviderErrorFacts, type ProviderErrorKind } from './errors.ts';
import { plainWords } from './plainWords.ts';
import { waitOfFields, waitOfHeader, waitOfWords } from './retryAfter.ts';

/**
 * What hangs on a call. `submit`: it may be billed, so it is never repeated after an ambiguous failure.
 * `follow`: it reads a job that may be billed. `free`: nothing is billed.
 */
export type CallPurpose = 'submit' | 'follow' | 'free';

/** An answer that is not what was asked for. */
export type FailedAnswer = {
  readonly status: number;
  readonly text: string;
  readonly retryAfter?: string | null;
};

/** Whom the call went to and what hangs on it. */
export type ErrorContext = {
  readonly label: string;
  readonly secrets: readonly string[];
  readonly purpose: CallPurpose;
};

/** One plain sentence and the next step for every kind; `{name}` is the provider. */
const SENTENCES: Record<ProviderErrorKind, readonly [message: string, nextStep: string]> = {
  auth: ['{name} did not accept the API key.', 'Check the key in Provider settings, then try again.'],
  forbidden: ['{name} refused this request.', 'Check what your key may do in your {name} account.'],
  quota: ['Your {name} credit is used up.', 'Top up your {name} account or choose another provider.'],
  'rate-limit': [
    '{name} is receiving too many requests from your account.',
    'Wait a moment and try again; a higher plan allows more requests a minute.',
  ],
  validation: ['{name} could not work with this request.', 'Change what it names below, then try again.'],
  moderation: ['{name} declined the request because of its content rules.', 'Change the prompt or the masked area.'],
  'not-found': [
    '{name} does not know this address.',
    'Check the base URL and the dialect in Provider settings; the service may have moved.',
  ],
  'payload-too-large': ['The picture is too large for {name}.', 'Mask a smaller area or use a smaller picture.'],
  timeout: ['{name} did not answer in time.', 'Try again; if it happens often, allow more time in Provider settings.'],
  network: ['{name} could not be reached.', 'Check the connection and the base URL, then try again.'],
  provider: ['{name} failed while working on this.', 'Try again in a moment.'],
  unavailable: ['{name} is not available right now.', 'Try again in a few minutes.'],
  malformed: ['{name} sent an answer that holds no usable picture.', 'Try again; if it stays, check the base URL.'],
  'result-expired': ['The finished picture is no longer available at {name}.', 'Generate again to get a new one.'],
  unsupported: ['{name} cannot do this.', 'Choose another provider or another kind of edit.'],
  config: ['{name} is not set up completely.', 'Open Provider settings and complete it.'],
};

/** An error of that kind with its usual sentence, unless `message` or `nextStep` say it better. */
export const providerError = (
  kind: ProviderErrorKind,
  label: string,
  facts: ProviderErrorFacts,
  say: { readonly message?: string; readonly nextStep?: string } = {},
): ProviderError => {
  const [message, nextStep] = SENTENCES[kind];
  const named = (text: string) => text.replaceAll('{name}', label);
  return new ProviderError(kind, named(say.message ?? message), named(say.nextStep ?? nextStep), facts);
};

/** The error that an unsuccessful HTTP answer means. */
export const errorFrom = (answer: FailedAnswer, { label, secrets, purpose }: ErrorContext): ProviderError => {
  const body = parsed(answer.text);
  const words = plainWords(messageOf(body) ?? answer.text, secrets);
  const kind = kindOf(answer.status, `${words} ${codesOf(body)}`);
  const wait = waitOfHeader(answer.retryAfter ?? null, Date.now()) ?? waitOfFields(body) ?? waitOfWords(words);
  const trace = plainWords(traceOf(body) ?? '', secrets);
  return providerError(
    kind,
    label,
    {
      status: answer.status,
      mayHaveCharged: chargeOf(answer, wait, purpose),
      ...(words !== '' && { providerWords: words }),
      ...(wait !== null && { retryAfterMs: wait }),
      ...(trace !== '' && { traceId: trace }),
    },
    isRedirect(answer.status) ? REDIRECTED : {},
  );
};

const isRedirect = (status: number) => status >= 300 && status < 400;

const REDIRECTED = {
  message: '{name} redirected the call, which is refused so that the key stays where it belongs.',
  nextStep: 'Check the base URL in Provider settings.',
};

/** The error that a job's own report of its failure means, from whatever fields it has. */
export const errorOfJob = (report: unknown, { label, secrets }: Omit<ErrorContext, 'purpose'>): ProviderError => {
  const words = plainWords(messageOf(report) ?? '', secrets);
  return providerError(kindOf(500, `${words} ${codesOf(report)}`), label, {
    mayHaveCharged: 'unknown',
    ...(words !== '' && { providerWords: words }),
  });
};

/** Whether a failure like this may cost money: a clear refusal (4xx, or "come back later") does not. */
const chargeOf = ({ status }: FailedAnswer, wait: number | null, purpose: CallPurpose): 'no' | 'unknown' => {
  if (purpose === 'free') return 'no';
  if (purpose === 'follow') return 'unknown';
  if (isRedirect(status)) return 'no';
  return (status >= 400 && status < 500 && status !== 408) || (status === 503 && wait !== null) ? 'no' : 'unknown';
};

const MODERATION = /moderation|moderated|content[_ ](filter|policy)|nsfw|safety system|raiFiltered/i;
const QUOTA = /insufficient[_ ](quota|credits?|balance|funds)|out of call volume quota|quota exceeded/i;
const BAD_KEY =
  /(invalid|missing|wrong|incorrect|expired|unknown)[^.]{0,24}(api[ _-]?key|subscription key|access token)/i;
const RATE = /RATE_LIMIT_EXCEEDED|CONCURRENT_JOBS_EXCEEDED/i;
const TOO_LARGE = /file_too_large|payload too large|entity too large/i;
const NOT_READY = /MODEL_UNAVAILABLE|model[^.]{0,40} is (currently )?loading/i;

/** Checked from top to bottom: what the body says goes before the bare number. */
const kindOf = (status: number, said: string): ProviderErrorKind => {
  if (status >= 200 && status < 300) return 'malformed';
  if (status < 400) return 'network';
  if (MODERATION.test(said)) return 'moderation';
  if (status === 401) return 'auth';
  if (status === 402 || QUOTA.test(said)) return 'quota';
  if (status === 429 || RATE.test(said)) return 'rate-limit';
  if (status < 404 && BAD_KEY.test(said)) return 'auth';
  if (status === 403 || status === 407) return 'forbidden';
  if (status === 404 || status === 405 || status === 410) return 'not-found';
  if (status === 413 || TOO_LARGE.test(said)) return 'payload-too-large';
  if (status === 408) return 'timeout';
  if (status < 500) return 'validation';
  return status === 503 || NOT_READY.test(said) ? 'unavailable' : 'provider';
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** The readable sentence in an error body: the first that is not empty of the places where providers put it. */
export const messageOf = (body: unknown): string | null => {
  const { error, message, detail, errors, title } = fieldsOf(body);
  return (
    textOf(fieldsOf(error).message) ??
    textOf(error) ??
    textOf(message) ??
    textOf(detail) ??
    joined(detail) ??
    joined(errors) ??
    textOf(title)
  );
};

const joined = (list: unknown): string | null => {
  if (!Array.isArray(list)) return null;
  const sentences = list.slice(0, 10).map((entry: unknown) => {
    const { msg, message, loc } = fieldsOf(entry);
    const sentence = textOf(entry) ?? textOf(msg) ?? textOf(message);
    const path = Array.isArray(loc) ? loc.filter((part) => typeof part === 'string').join('.') : '';
    return sentence === null ? null : path === '' ? sentence : `${path}: ${sentence}`;
  });
  return textOf(sentences.filter((sentence) => sentence !== null).join('; '));
};

const codesOf = (body: unknown): string => {
  const { code, name, type, error, error_code } = fieldsOf(body);
  const inner = fieldsOf(error);
  return [code, name, type, error_code, inner.code, inner.type].filter((value) => typeof value === 'string').join(' ');
};

const traceOf = (body: unknown): string | null => {
  const { traceId, trace_id, requestId, request_id } = fieldsOf(body);
  return textOf(traceId) ?? textOf(trace_id) ?? textOf(requestId) ?? textOf(request_id);
};
