const REMOVED = '[removed]';

/** Shorter ones would take harmless letters out of every text. */
const SHORTEST_SECRET = 4;

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[^\s"'<>,;]+/gi, `$1 ${REMOVED}`],
  // "Key is invalid" stays; "Key fal_12ab..." goes.
  [/\b(key|token)([\s:="']+)(?=[\w.:-]*\d)[\w.:-]{12,}/gi, `$1$2${REMOVED}`],
  [/((?:api|subscription|auth|access|secret)[\w-]*["'\s:=]{1,6})[0-9a-f]{32,}/gi, `$1${REMOVED}`],
  [/\b(?:sk|pk|hs|whsec)[-_][\w-]{12,}/g, REMOVED],
];

/** The text without these secrets, however they are written in it, and without what looks like a key. */
export const redact = (text: string, secrets: readonly string[]): string => {
  const spellings = secrets
    .map((secret) => secret.trim())
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])]);
  const known = spellings.reduce((rest, spelling) => rest.replace(exactly(spelling), REMOVED), text);
  return PATTERNS.reduce((rest, [pattern, put]) => rest.replace(pattern, put), known);
};

const exactly = (text: string) => new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi');
