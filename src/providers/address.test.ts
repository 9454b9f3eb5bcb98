import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, resultAddressOf } from './address.ts';
import type { Connection } from './contract.ts';
import { ProviderError } from './errors.ts';
import type { ProviderRoutes } from './routes.ts';

const KEY = 'canary-key-0000-never-shown-1111';

const routes: ProviderRoutes = {
  id: 'example',
  label: 'Example',
  environment: 'EXAMPLE',
  baseUrl: 'https://api.provider.example/v1',
  auth: { header: 'Authorization', format: 'Bearer {key}', alternativeHeaders: ['X-Key'] },
  calls: [
    { method: 'POST', path: '/edit' },
    { method: 'GET', path: '/status/{id}' },
    { method: 'POST', path: '/poll', baseUrl: 'https://polling.provider.example' },
  ],
  resultHosts: ['*.provider.example'],
};

const connection = (baseUrl: string, apiKey: string | null = KEY): Connection => ({ baseUrl, apiKey, settings: {} });
const direct = connection(routes.baseUrl);
const gateway = connection('/api/providers/example');
const status = (id: string) => ({ method: 'GET', path: '/status/{id}', id }) as const;
const edit = { method: 'POST', path: '/edit' } as const;

test('direct mode: the key in the provider’s header, at its base URL', () => {
  expect(addressOf(direct, routes, edit)).toEqual({
    url: 'https://api.provider.example/v1/edit',
    headers: { Authorization: `Bearer ${KEY}` },
  });
  expect(addressOf(connection('https://api.provider.example/v1/'), routes, status('a b/ü?')).url).toBe(
    'https://api.provider.example/v1/status/a%20b%2F%C3%BC%3F',
  );
});

test('gateway mode: a typed key in its own header, no other one', () => {
  expect(addressOf(gateway, routes, edit)).toEqual({
    url: '/api/providers/example/edit',
    headers: { 'x-overpaint': '1', 'x-overpaint-key': KEY },
  });
  expect(addressOf(connection('/api/providers/example', null), routes, edit).headers).toEqual({ 'x-overpaint': '1' });
});

test('an alternative header name is used where the provider lists it, once', () => {
  const chosen = { ...edit, authHeader: 'X-Key' };
  expect(addressOf(direct, routes, chosen).headers).toEqual({ 'X-Key': `Bearer ${KEY}` });
  expect(addressOf(gateway, routes, chosen).headers).toMatchObject({ 'x-overpaint-auth': 'X-Key' });
  expect(addressOf(direct, routes, { ...edit, authHeader: 'Cookie' }).headers).toEqual({
    Authorization: `Bearer ${KEY}`,
  });
});

test('a call on another host of the vendor follows a base URL that was changed', () => {
  const pollCall = { method: 'POST', path: '/poll' } as const;
  expect(addressOf(direct, routes, pollCall).url).toBe('https://polling.provider.example/poll');
  expect(addressOf(connection('http://127.0.0.1:4000'), routes, pollCall).url).toBe('http://127.0.0.1:4000/poll');
  expect(addressOf(gateway, routes, pollCall).url).toBe('/api/providers/example/poll');
});

test('signs in a key are not taken for patterns of replacement', () => {
  expect(addressOf(connection(routes.baseUrl, "k$&$1$'"), routes, edit).headers).toEqual({
    Authorization: "Bearer k$&$1$'",
  });
});

test.each(['?', '#', '/?', '///', ' ', '/?#'])('a base URL with %j left at its end is used without it', (end) => {
  expect(addressOf(connection(`https://api.provider.example/v1${end}`), routes, edit).url).toBe(
    'https://api.provider.example/v1/edit',
  );
});

test.each([
  'http://api.provider.example/v1',
  'http://192.168.1.4/v1',
  'ftp://api.provider.example',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https://user:pass@api.provider.example',
  'https://api.provider.example/?a=b',
  'https://api.provider.example/#x',
  'api.provider.example',
  '//api.provider.example',
  '/api/providers/other',
  '/api/providers/example/../other',
  '/api/providers/example/',
  '',
])('the base URL %j is refused', (baseUrl) => {
  expect(() => addressOf(connection(baseUrl), routes, edit)).toThrow(ProviderError);
});

test.each(['', '   ', 'ключ', 'a\nb', 'a\u0000', 'key\u200b'])('the key %j is refused, and not quoted', (key) => {
  try {
    addressOf(connection(routes.baseUrl, key), routes, edit);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ kind: 'config' });
    if (key.trim() !== '') expect(String(error)).not.toContain(key);
  }
});

test('calls that are not listed cannot be made', () => {
  for (const target of [
    { method: 'GET', path: '/edit' },
    { method: 'POST', path: '/account' },
    { method: 'GET', path: '/status/1' },
  ] as const)
    expect(() => addressOf(direct, routes, target)).toThrow(ProviderError);
});

const pieces = fc.constantFrom(
  ...[
    '//',
    '/',
    '\\',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '%2e%2e',
    '..',
    '.',
    '%00',
    '\t',
    '\n',
    ' ',
    '&',
    ';',
    '%',
    '%5c',
    '[',
    ']',
  ],
  ...[
    'evil.example',
    'https://evil.example',
    'api.provider.example',
    'api.provider.example.evil.example',
    'http:',
    'https:',
  ],
  ...[
    'localhost',
    '127.0.0.1',
    '[::1]',
    'user:pass',
    '\u202e',
    '。',
    'ｅvil',
    '\u00ad',
    'javascript:',
    '/api/providers/example',
  ],
);
const confusion = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 6 }).map((list) => list.join('')),
  fc
    .tuple(
      fc.constantFrom('https://', 'http://', 'https:/', '//', '/\\', ''),
      fc.webAuthority({ withUserInfo: true }),
      fc.string(),
    )
    .map((list) => list.join('')),
  fc.string(),
);

test('5000 confusing addresses: the key goes to the origin of the base URL or to our gateway, or nowhere', () => {
  const own = new URL('https://overpaint.example/');
  let sent = 0;
  fc.assert(
    fc.property(
      confusion,
      confusion,
      fc.constantFrom(routes.baseUrl, '/api/providers/example', null),
      (first, id, fixed) => {
        const baseUrl = fixed ?? first;
        let address;
        try {
          address = addressOf(connection(baseUrl), routes, status(id));
        } catch (error) {
          expect(error).toBeInstanceOf(ProviderError);
          expect(JSON.stringify(error) + String(error)).not.toContain(KEY);
          return;
        }
        sent++;
        const url = new URL(address.url, own);
        expect(url.href).not.toContain(KEY);
        if (address.headers['x-overpaint'] === '1') {
          expect(baseUrl).toBe('/api/providers/example');
          expect(url.origin).toBe(own.origin);
          expect(url.pathname).toMatch(/^\/api\/providers\/example\/status\/[^/]+$/);
        } else {
          const home = new URL(baseUrl);
          expect(url.origin).toBe(home.origin);
          expect(url.username + url.password + url.search + url.hash).toBe('');
          expect(url.pathname).toBe(`${home.pathname.replace(/\/+$/, '')}/status/${encodeURIComponent(id)}`);
          expect(
            url.protocol === 'https:' || /^(localhost|127\.[\d.]+|\[::1\]|.+\.localhost)$/.test(url.hostname),
          ).toBe(true);
        }
      },
    ),
    { numRuns: 5000 },
  );
  expect(sent).toBeGreaterThan(2000);
});

test('whatever address a result has, it is fetched without a key', () => {
  fc.assert(
    fc.property(confusion, fc.constantFrom(direct, gateway, connection('http://localhost:3000')), (url, from) => {
      let address;
      try {
        address = resultAddressOf(from, routes, url);
      } catch (error) {
        expect(error).toMatchObject({ kind: 'malformed' });
        return;
      }
      expect(JSON.stringify(address)).not.toContain(KEY);
      if (from === gateway) expect(address.url).toBe(`/api/providers/example/result?url=${encodeURIComponent(url)}`);
      else expect(new URL(address.url).protocol === 'https:' || from !== direct).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
