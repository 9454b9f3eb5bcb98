import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerRoutes } from '../providers/providerRoutes.ts';
import { ask } from './fixtures/ask.ts';
import { OURS, serveGateway, TEST_ROUTES, type Served } from './fixtures/serveGateway.ts';
import { startUpstream, type Upstream } from './fixtures/startUpstream.ts';
import { findCall } from './routeTable.ts';
import { readSettings, type ProviderSettings } from './settings.ts';

const provider = (environment = {}): ProviderSettings =>
  readSettings(environment, [TEST_ROUTES]).providers.get('testing')!;

test.each([
  ['POST', '/edit', 'https://api.testing.example/v1/edit'],
  ['GET', '/status/job-1', 'https://api.testing.example/v1/status/job-1'],
  ['GET', '/status/a%3Ab', 'https://api.testing.example/v1/status/a%3Ab'],
  ['POST', '/poll', 'https://poll.testing.example/poll'],
  ['GET', '/edit', undefined],
  ['POST', '/edit/', undefined],
  ['POST', '/EDIT', undefined],
  ['POST', '/edi%74', undefined],
  ['GET', '/status/', undefined],
  ['GET', '/status/..', undefined],
  ['GET', '/status/%2e%2e', undefined],
  ['GET', '/status/a/b', undefined],
  ['GET', '/status/a%2Fb', undefined],
  ['GET', '/status/a%252Fb', undefined],
  ['GET', '/status/a%5Cb', undefined],
  ['GET', '/status/a%3Fb', undefined],
  ['GET', '/status/%zz', undefined],
  ['GET', `/status/${'a'.repeat(501)}`, undefined],
])('%s %s is %s', (method, path, expected) => {
  expect(findCall(provider(), method, path)?.href).toBe(expected);
});

test('a base URL of the environment serves every call', () => {
  const local = provider({ TESTING_BASE_URL: 'http://127.0.0.1:8000/' });
  expect(findCall(local, 'POST', '/poll')?.href).toBe('http://127.0.0.1:8000/poll');
});

test('every call that a provider lists can be made, at its own address', () => {
  for (const settings of readSettings({}, providerRoutes).providers.values())
    for (const { method, path, baseUrl } of settings.routes.calls) {
      const asked = path.replace('{id}', 'job-1');
      expect(findCall(settings, method, asked)?.href).toBe((baseUrl ?? settings.baseUrl) + asked);
    }
});

describe('whatever path is asked for', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'edit',
      'status',
      'poll',
      'result',
      'testing',
      '..',
      '.',
      '',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '@evil.example',
    ),
    fc.constantFrom(
      'http:',
      '//evil.example',
      '%00',
      '%0d%0a',
      '?',
      '#',
      ';',
      '{id}',
      '%252e',
      'ｅｄｉｔ',
      '::1',
      'a:b@c',
    ),
    fc.string({ maxLength: 8 }),
  );
  const path = fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join('/')}`);
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH');
  /** Everything that the table lets out. */
  const LISTED =
    /^(POST https:\/\/api\.testing\.example\/v1\/edit|POST https:\/\/poll\.testing\.example\/poll|GET https:\/\/api\.testing\.example\/v1\/status\/[\w.~%-]+)$/;

  test('it never leaves the table (n = 20000)', () => {
    fc.assert(
      fc.property(method, path, (asked, text) => {
        const found = findCall(provider(), asked, text);
        if (found) expect(`${asked} ${found.href}`).toMatch(LISTED);
      }),
      { numRuns: 20_000 },
    );
  });

  describe('over a socket', () => {
    let upstream: Upstream;
    let gateway: Served;

    beforeAll(async () => {
      upstream = await startUpstream();
      const environment = { TESTING_BASE_URL: `${upstream.url}/v1`, TESTING_API_KEY: 'key' };
      gateway = await serveGateway(environment, { limits: { burst: 100_000 } });
    });

    afterAll(() => Promise.all([gateway.close(), upstream.close()]));

    test('the provider receives listed calls only (n = 2000)', async () => {
      const sendable = path.map(
        (text) => `/api/providers/testing${text.replace(/[^\x21-\x7e]/gu, encodeURIComponent)}`,
      );
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(method, sendable, async (asked, text) => {
          const { status } = await ask(gateway.url, text, { method: asked, headers: OURS });
          expect([200, 400, 403, 404]).toContain(status);
          if (status === 404) refused += 1;
        }),
        { numRuns: 2000 },
      );
      expect(refused).toBeGreaterThan(1000);
      for (const received of upstream.received)
        expect(`${received.method} ${received.path}`).toMatch(/^(POST \/v1\/(edit|poll)|GET \/v1\/status\/[\w.~%-]+)$/);
    }, 60_000);
  });
});
