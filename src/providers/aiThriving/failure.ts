import { errorFrom, messageOf, providerError, type ErrorContext } from '../errorFrom.ts';
import type { ProviderError, ProviderErrorKind } from '../errors.ts';
import { plainWords } from '../plainWords.ts';
import { waitOfFields, waitOfWords } from '../retryAfter.ts';
import type { Answer } from './api.ts';

/** Failures are told in free text only; the first class whose words occur is meant. */
const CLASSES: readonly (readonly [RegExp, ProviderErrorKind])[] = [
  [/credit|balance|insufficient|quota/i, 'quota'],
  [/moderat|nsfw|polic|sensitive|flagged/i, 'moderation'],
  [/rate limit|frequent|too many/i, 'rate-limit'],
  [/unauthor|auth|api.?key|access token|login|permission/i, 'auth'],
  [/param|invalid|required|size|format|dimension/i, 'validation'],
];

/** The error that an envelope with another code than 0 means. The vendor charges for successful results only. */
export const failure = (answer: Answer, context: ErrorContext): ProviderError => {
  const code = Number(answer.code);
  if (code >= 400 && code < 600) return errorFrom({ status: code, text: JSON.stringify(answer) }, context);
  const words = plainWords(messageOf(answer) ?? '', context.secrets);
  const kind = CLASSES.find(([pattern]) => pattern.test(words))?.[1] ?? 'provider';
  const wait = waitOfFields(answer) ?? waitOfWords(words);
  return providerError(kind, context.label, {
    status: 200,
    mayHaveCharged: 'no',
    ...(words !== '' && { providerWords: words }),
    ...(wait !== null && { retryAfterMs: wait }),
  });
};
