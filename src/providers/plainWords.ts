import { redact } from './redact.ts';

const LONGEST = 500;

/** What is looked at of a long answer: an error page's words stand at its beginning. */
const LOOKED_AT = 20_000;

// Controls, marks that turn the writing direction, and characters without width: they could disguise a text.
const HIDDEN = /[\p{Cc}\p{Cf}]/gu;

/** Words of a provider as they may be shown: no tags, no hidden characters, no secrets, at most 500 characters. */
export const plainWords = (text: string, secrets: readonly string[]): string => {
  const visible = text
    .slice(0, LOOKED_AT)
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?[a-z!][^>]*(>|$)/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(HIDDEN, '')
    .trim();
  // Last, so that nothing removed above can have hidden a key; what still comes in pieces is not shown at all.
  const clean = holdsInPieces(visible, secrets) ? '' : redact(visible, secrets);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
};

const holdsInPieces = (text: string, secrets: readonly string[]): boolean => {
  const whole = text.replace(/ /g, '');
  return secrets.some((secret) => secret.length >= 8 && whole.includes(secret.trim()) && !text.includes(secret.trim()));
};
