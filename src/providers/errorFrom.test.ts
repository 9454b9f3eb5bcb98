import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorFrom, messageOf, providerError } from './errorFrom.ts';
import { ProviderError, type ProviderErrorKind } from './errors.ts';

const context = { label: 'Example', secrets: ['canary-key-0000'], purpose: 'submit' } as const;
const of = (status: number, body: unknown = '', retryAfter?: string) =>
  errorFrom(
    {
      status,
      text: typeof body === 'string' ? body : JSON.stringify(body),
      ...(retryAfter !== undefined && { retryAfter }),
    },
    context,
  );

test.each<[number, unknown, ProviderErrorKind]>([
  [400, { error: 'mask dimensions (512x512) != image dimensions (1024x1024)' }, 'validation'],
  [400, { error: { code: 'moderation_blocked', message: 'Rejected by the safety system' } }, 'moderation'],
  [403, { name: 'content_moderation', errors: ['Your request was flagged'] }, 'moderation'],
  [
    422,
    { detail: [{ type: 'content_policy_violation', msg: 'The content could not be processed: content policy' }] },
    'moderation',
  ],
  [401, { statusCode: 401, message: 'Access denied due to missing subscription key.' }, 'auth'],
  [401, '', 'auth'],
  [403, { message: 'Invalid API key' }, 'auth'],
  [402, '', 'quota'],
  [403, { statusCode: 403, message: 'Out of call volume quota. Quota will be replenished in 2.10:12:33.' }, 'quota'],
  [429, { error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } }, 'quota'],
  [400, { code: 'INSUFFICIENT_CREDITS', message: 'Not enough credits' }, 'quota'],
  [403, 'Forbidden', 'forbidden'],
  [404, '', 'not-found'],
  [410, '', 'not-found'],
  [405, '', 'not-found'],
  [413, '', 'payload-too-large'],
  [422, { detail: [{ type: 'file_too_large', msg: 'file_too_large' }] }, 'payload-too-large'],
  [429, '', 'rate-limit'],
  [400, { code: 'CONCURRENT_JOBS_EXCEEDED', message: 'Too many jobs' }, 'rate-limit'],
  [408, '', 'timeout'],
  [409, '', 'validation'],
  [415, '', 'validation'],
  [422, { detail: 'bad seed' }, 'validation'],
  [500, '', 'provider'],
  [502, '<html><h1>502 Bad Gateway</h1></html>', 'provider'],
  [503, '', 'unavailable'],
  [500, { code: 'MODEL_UNAVAILABLE', message: 'try later' }, 'unavailable'],
  [302, '', 'network'],
  [0, '', 'network'],
  [204, '', 'malformed'],
])('%i %j is %s', (status, body, kind) => {
  expect(of(status, body).kind).toBe(kind);
});

test.each<[unknown, string | null]>([
  [{ error: { message: 'a' }, message: 'b' }, 'a'],
  [{ error: 'a', message: 'b' }, 'a'],
  [{ error: '', message: 'b' }, 'b'],
  [{ message: 'b', detail: 'c' }, 'b'],
  [{ detail: 'c' }, 'c'],
  [{ detail: [{ loc: ['body', 'seed'], msg: 'too large' }, { msg: 'also' }] }, 'body.seed: too large; also'],
  [{ errors: ['x', { message: 'y' }], title: 'z' }, 'x; y'],
  [{ title: 'z' }, 'z'],
  [{ error: { code: 3 } }, null],
  [[], null],
  [null, null],
  ['text', null],
])('the message of %j is %j', (body, message) => {
  expect(messageOf(body)).toBe(message);
});

test('an error carries the provider’s words, its trace and its wait', () => {
  expect(of(429, { message: 'slow down', traceId: 'abc-1' }, '7').facts).toEqual({
    status: 429,
    providerWords: 'slow down',
    traceId: 'abc-1',
    retryAfterMs: 7000,
    mayHaveCharged: 'no',
  });
  expect(of(429, { message: 'Rate limit is exceeded. Try again in 12 seconds.' }).facts.retryAfterMs).toBe(12_000);
  expect(of(400, '<html><body>Bad <b>request</b></body></html>').facts.providerWords).toBe('Bad request');
});

test.each([
  ['submit', 400, 'no'],
  ['submit', 429, 'no'],
  ['submit', 500, 'unknown'],
  ['submit', 408, 'unknown'],
  ['submit', 302, 'no'],
  ['submit', 503, 'unknown'],
  ['follow', 404, 'unknown'],
  ['free', 500, 'no'],
] as const)('%s answered with %i may have been charged: %s', (purpose, status, charged) => {
  expect(errorFrom({ status, text: '' }, { ...context, purpose }).facts.mayHaveCharged).toBe(charged);
});

test('any status and body become an error that shows no key and fits its place', () => {
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ error: fc.jsonValue(), message: fc.jsonValue(), detail: fc.jsonValue(), traceId: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), body, fc.nat(20), (status, text, at) => {
      const error = of(status, text.slice(0, at) + 'canary-key-0000' + text.slice(at));
      expect(error).toBeInstanceOf(ProviderError);
      expect(error.facts.providerWords?.length ?? 0).toBeLessThanOrEqual(500);
      expect(JSON.stringify([error.message, error.nextStep, error.facts])).not.toContain('canary-key-0000');
      expect(error.message).toMatch(/^[A-Z].*[.]$/);
      expect(error.nextStep).toMatch(/^[A-Z].*[.]$/);
    }),
    { numRuns: 1000 },
  );
});

test('every kind has a sentence that names the provider, and a next step', () => {
  const kinds: ProviderErrorKind[] = [
    ...([
      'auth',
      'forbidden',
      'quota',
      'rate-limit',
      'validation',
      'moderation',
      'not-found',
      'payload-too-large',
    ] as const),
    ...([
      'timeout',
      'network',
      'provider',
      'unavailable',
      'malformed',
      'result-expired',
      'unsupported',
      'config',
    ] as const),
  ];
  for (const kind of kinds) {
    const { message, nextStep } = providerError(kind, 'Example', { mayHaveCharged: 'no' });
    expect(message).toContain('Example');
    expect(message + nextStep).not.toContain('{');
  }
});
