import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitOfFields, waitOfHeader, waitOfWords } from './retryAfter.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

test.each([
  ['0', 0],
  ['1', 1_000],
  [' 30 ', 30_000],
  ['1.5', 1_500],
  ['Sun, 01 Mar 2026 12:00:20 GMT', 20_000],
  ['Sun, 01 Mar 2026 11:59:00 GMT', 0],
  ['Sunday, 01-Mar-26 12:01:00 GMT', 60_000],
  ['999999999999', 86_400_000],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 86_400_000],
  ['-5', null],
  ['', null],
  ['   ', null],
  ['soon', null],
  ['1e3', null],
  ['0x10', null],
  ['NaN', null],
  ['Infinity', null],
  ['5 seconds', null],
  ['1 2', null],
  [null, null],
])('the header %j asks for %j ms', (header, ms) => {
  expect(waitOfHeader(header, NOW)).toBe(ms);
});

test.each([
  ['Rate limit is exceeded. Try again in 12 seconds.', 12_000],
  ['try again in 1 second', 1_000],
  ['Please retry after 2 minutes', 120_000],
  ['quota resets in ~5s', 5_000],
  ['wait 250ms', 250],
  ['try again in about 3 min', 180_000],
  ['slow down', null],
  ['in the end 5 seconds', null],
  ['image of 1024 m', null],
])('the words %j ask for %j ms', (words, ms) => {
  expect(waitOfWords(words)).toBe(ms);
});

test.each([
  [{ retry_after: 3 }, 3_000],
  [{ retryAfter: '4' }, 4_000],
  [{ error: { retryDelay: '12s' } }, 12_000],
  [{ error: { retry_after: 0.5 } }, 500],
  [{ retry_after: -1 }, null],
  [{ retry_after: 'soon' }, null],
  [{ retry_after: null }, null],
  [[], null],
  [null, null],
  ['5', null],
])('the body %j asks for %j ms', (body, ms) => {
  expect(waitOfFields(body)).toBe(ms);
});

test('whatever is sent, a wait is nothing or between 0 and a day', () => {
  const sane = (ms: number | null) => ms === null || (Number.isInteger(ms) && ms >= 0 && ms <= 86_400_000);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.date().map(String), fc.float().map(String)), (text) => {
      expect(sane(waitOfHeader(text, NOW))).toBe(true);
      expect(sane(waitOfWords(text))).toBe(true);
      expect(sane(waitOfWords(`try again in ${text}`))).toBe(true);
    }),
    { numRuns: 1000 },
  );
  fc.assert(fc.property(fc.jsonValue(), (body) => sane(waitOfFields(body))));
});
