import { messageOf, providerError, type CallPurpose } from './errorFrom.ts';
import type { ProviderError, ProviderErrorFacts, ProviderErrorKind } from './errors.ts';
import { plainWords } from './plainWords.ts';
import { waitOfHeader } from './retryAfter.ts';

/** The header by which our gateway marks answers of its own; it holds a code. */
export const GATEWAY_PROBLEM = 'x-overpaint-gateway';

/** What each code means here, and whether the provider may have worked on the request all the same. */
const MEANINGS: Readonly<Record<string, readonly [ProviderErrorKind, ProviderErrorFacts['mayHaveCharged']]>> = {
  'no-key': ['config', 'no'],
  'not-configured': ['config', 'no'],
  'unknown-route': ['config', 'no'],
  'wrong-origin': ['config', 'no'],
  'too-many-requests': ['rate-limit', 'no'],
  'too-large': ['payload-too-large', 'no'],
  'bad-request': ['validation', 'no'],
  'not-allowed': ['config', 'unknown'],
  redirected: ['network', 'no'],
  unreachable: ['network', 'unknown'],
  timeout: ['timeout', 'unknown'],
  expired: ['result-expired', 'unknown'],
  'not-an-image': ['malformed', 'unknown'],
};

/** The error that an answer of the gateway itself means; its sentence is for people, so it is the message. */
export const gatewayError = (
  code: string,
  label: string,
  purpose: CallPurpose,
  answer: { readonly status: number; readonly text: string; readonly retryAfter: string | null },
): ProviderError => {
  const [kind, charged] = meaningOf(code, answer.status);
  const message = plainWords(sentenceIn(answer.text) ?? '', []);
  const wait = waitOfHeader(answer.retryAfter, Date.now());
  const unclear = purpose === 'free' ? 'no' : 'unknown';
  return providerError(
    kind,
    label,
    {
      status: answer.status,
      mayHaveCharged: charged === 'no' && purpose !== 'follow' ? 'no' : unclear,
      ...(wait !== null && { retryAfterMs: wait }),
    },
    message === '' ? {} : { message },
  );
};

const sentenceIn = (text: string): string | null => {
  try {
    return messageOf(JSON.parse(text));
  } catch {
    return null;
  }
};

type Meaning = readonly [ProviderErrorKind, ProviderErrorFacts['mayHaveCharged']];

const meaningOf = (code: string, status: number): Meaning => {
  // Said of an answer, not of the request: the provider has done its work.
  if (code === 'too-large' && status >= 500) return ['malformed', 'unknown'];
  return (Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined) ?? ['provider', 'unknown'];
};
