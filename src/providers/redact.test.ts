import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords } from './plainWords.ts';
import { redact } from './redact.ts';

test('a key is gone from any text, however it is written there', () => {
  const key = fc
    .string({ minLength: 6, maxLength: 40 })
    .filter((text) => text.trim().length >= 6 && !'[removed]'.includes(text.trim()));
  fc.assert(
    fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
      const shown = redact(`${before}${secret.trim()}${encodeURIComponent(secret.trim())}${after}`, [secret]);
      expect(shown.toLowerCase()).not.toContain(secret.trim().toLowerCase());
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Authorization: Bearer abc.def-123 is wrong', 'Authorization: Bearer [removed] is wrong'],
  ['Key fal_1234567890ab:cdef', 'Key [removed]'],
  ['Key is invalid', 'Key is invalid'],
  ['API key required', 'API key required'],
  ['Ocp-Apim-Subscription-Key: 00000000000000000000000000000000', 'Ocp-Apim-Subscription-Key: [removed]'],
  ['{"api_key":"0123456789abcdef0123456789abcdef"}', '{"api_key":"[removed]"}'],
  ['trace 0123456789abcdef0123456789abcdef', 'trace 0123456789abcdef0123456789abcdef'],
  ['Incorrect API key provided: sk-proj-abcdefghijkl', 'Incorrect API key provided: [removed]'],
])('%j is shown as %j', (text, shown) => {
  expect(redact(text, [])).toBe(shown);
});

test('an empty or very short key takes nothing out', () => {
  expect(redact('a text', ['', ' ', 'a', 'tex'])).toBe('a text');
});

test('words lose tags, hidden characters and what a script holds', () => {
  expect(plainWords('<html><script>alert(1)</script><h1>502 Bad\u202e Gate\u200bway</h1>\n\n<p>nginx</p>', [])).toBe(
    '502 Bad Gateway nginx',
  );
  expect(plainWords('1 < 2 and\u0000 <unfinished', [])).toBe('1 < 2 and');
});

test('a key in pieces is put together before it is looked for', () => {
  for (const disguised of ['secret<b></b>-key-77', 'secret\u200b-key-77', 'se\u0007cret-key-77', 'secret-\ufeffkey-77'])
    expect(plainWords(`bad key ${disguised}`, ['secret-key-77'])).not.toMatch(/secret|77/);
});

test('words are never longer than 500 characters, nor hold hidden characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const words = plainWords(text, []);
      expect(words.length).toBeLessThanOrEqual(500);
      expect(words).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u);
    }),
    { numRuns: 1000 },
  );
});
