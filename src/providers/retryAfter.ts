/** Longer than this is not believed: a mistaken date, not a plan. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

const inSeconds = (seconds: number): number | null =>
  Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.ceil(seconds * 1000), LONGEST_MS) : null;

/** What a `Retry-After` header asks to wait, ms: seconds or an HTTP date. Null where it says nothing usable. */
export const waitOfHeader = (value: string | null, now: number): number | null => {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return inSeconds(Number(text));
  // Date.parse takes many things for dates ("1 2", "-5"); an HTTP date has a month's name and a time of day.
  if (!/[A-Za-z]{3}.*\d{1,2}:\d{2}/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now), LONGEST_MS);
};

const IN_WORDS =
  /(?:in|after|wait|~)\s*(?:about |approximately |at least )?(\d{1,6}(?:\.\d{1,3})?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?)\b/i;

/** What a text asks to wait, ms: "Try again in 30 seconds", "retry after 2 min", "~5s". */
export const waitOfWords = (text: string): number | null => {
  const [, amount, unit] = IN_WORDS.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return null;
  return inSeconds(Number(amount) * secondsOf(unit.toLowerCase()));
};

const secondsOf = (unit: string): number => {
  if (unit.startsWith('ms') || unit.startsWith('milli')) return 0.001;
  return unit.startsWith('m') ? 60 : 1;
};

/** What the fields of a JSON answer ask to wait, ms: `retry_after` in seconds, or `retryDelay: "12s"`, one level deep. */
export const waitOfFields = (body: unknown): number | null => {
  if (typeof body !== 'object' || body === null) return null;
  const levels: unknown[] = [body, 'error' in body ? body.error : null];
  for (const level of levels) {
    if (typeof level !== 'object' || level === null) continue;
    const { retry_after, retryAfter, retryDelay } = level as Record<string, unknown>;
    for (const value of [retry_after, retryAfter, retryDelay]) {
      const seconds = typeof value === 'number' ? value : typeof value === 'string' ? ofText(value) : NaN;
      const wait = inSeconds(seconds);
      if (wait !== null) return wait;
    }
  }
  return null;
};

const ofText = (text: string): number => (/^\d+(\.\d+)?s?$/.test(text) ? parseFloat(text) : NaN);
