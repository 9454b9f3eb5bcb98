import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

test('what is encoded comes back, in every spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
      const text = encodeBase64(bytes);
      expect(text).toBe(btoa(String.fromCharCode(...bytes)));
      const urlSafe = text.replaceAll('+', '-').replaceAll('/', '_');
      const spellings = [
        text,
        ` \n${text}\r\n`,
        `data:image/png;base64,${text}`,
        text.replace(/.{76}/g, '$&\r\n'),
        urlSafe,
        text.replace(/=+$/, ''),
        `data:image/webp;base64,${urlSafe.replace(/=+$/, '')}`,
      ];
      for (const spelling of spellings) expect(decodeBase64(spelling)).toEqual(Uint8Array.from(bytes));
    }),
    { numRuns: 500 },
  );
});

test('pieces join without a seam', () => {
  const bytes = Uint8Array.from({ length: 3 * 0x6000 + 5 }, (_, index) => (index * 7 + (index >> 8)) & 255);
  expect(encodeBase64(bytes)).toBe(btoa(String.fromCharCode(...bytes)));
});

test('a long run of padding in the wrong place takes no time', () => {
  expect(decodeBase64('='.repeat(1_000_000) + 'A')).toBeNull();
});

test.each([
  '',
  '   ',
  'data:image/png;base64,',
  '====',
  'a',
  'no base64!',
  '{"error":"x"}',
  '<html>',
  'data:image/png,%89PNG',
])('%j is not base64', (text) => {
  expect(decodeBase64(text)).toBeNull();
});
