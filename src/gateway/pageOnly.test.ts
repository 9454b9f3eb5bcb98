import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './fixtures/ask.ts';
import { OURS, serveGateway, type Served } from './fixtures/serveGateway.ts';
import { startUpstream, type Upstream } from './fixtures/startUpstream.ts';

let upstream: Upstream;
let gateway: Served;
let host: string;

beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await serveGateway({
    TESTING_BASE_URL: upstream.url,
    TESTING_API_KEY: 'key',
    TESTING_WEBHOOK_SECRET: 'secret',
    PUBLIC_URL: 'https://paint.example',
  });
  host = new URL(gateway.url).host;
});

afterAll(() => Promise.all([gateway.close(), upstream.close()]));

const GUARDED = [
  ['POST', '/api/providers/testing/edit'],
  ['GET', '/api/providers/testing/status/1'],
  ['GET', '/api/providers/testing/result?url=https://cdn.example/a.png'],
  ['POST', '/api/uploads'],
  ['DELETE', '/api/uploads/00000000000000000000000000000000.png'],
  ['POST', '/api/webhooks/testing'],
] as const;

const FOREIGN: [string, Record<string, string>][] = [
  ['our header missing', {}],
  ['our header with another value', { 'x-overpaint': '0' }],
  ['a cross-site fetch', { ...OURS, 'sec-fetch-site': 'cross-site' }],
  ['a fetch from another port', { ...OURS, 'sec-fetch-site': 'same-site' }],
  ['a foreign origin', { ...OURS, origin: 'https://evil.example' }],
  ['the origin of a sandboxed frame', { ...OURS, origin: 'null' }],
  ['another port as origin', { ...OURS, origin: 'http://127.0.0.1:1' }],
  ['a name that was rebound to this machine', { ...OURS, host: 'evil.example' }],
  [
    'the same name with port and fitting origin',
    { ...OURS, host: 'evil.example:5173', origin: 'http://evil.example:5173' },
  ],
  ['a name that begins like ours', { ...OURS, host: 'localhost.evil.example' }],
  ['a name that ends like ours', { ...OURS, host: 'evillocalhost' }],
  ['an address of another machine', { ...OURS, host: '192.168.0.7' }],
];

describe.each(GUARDED)('%s %s', (method, path) => {
  test.each(FOREIGN)('%s is refused', async (_, headers) => {
    const answer = await ask(gateway.url, path, { method, headers });
    expect(answer).toMatchObject({ status: 403, headers: { 'x-overpaint-gateway': 'wrong-origin' } });
    expect(upstream.received).toHaveLength(0);
  });

  test('no other site is told that it might ask', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-headers': 'x-overpaint' };
    const answer = await ask(gateway.url, path, { method: 'OPTIONS', headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

test.each([
  ['as our page sends it', {}],
  ['with fetch metadata', { 'sec-fetch-site': 'same-origin' }],
  ['by the name localhost', { host: 'localhost:5173', origin: 'http://localhost:5173' }],
  ['by IPv6', { host: '[::1]:5173', origin: 'http://[::1]:5173' }],
  ['by the public address', { host: 'paint.example', origin: 'https://paint.example' }],
  ['through a tunnel that keeps only the origin', { origin: 'https://paint.example' }],
])('%s it passes', async (_, headers) => {
  const before = upstream.received.length;
  const answer = await ask(gateway.url, '/api/providers/testing/edit', {
    method: 'POST',
    headers: { ...OURS, ...headers },
  });
  expect(answer.status).toBe(200);
  expect(upstream.received).toHaveLength(before + 1);
});

test.each(['localhost@evil.example', 'localhost/evil.example', 'localhost#evil', 'local host'])(
  'a host that is not one (%s) is refused',
  async (name) => {
    const before = upstream.received.length;
    const headers = { ...OURS, host: name };
    const { status } = await ask(gateway.url, '/api/providers/testing/edit', { method: 'POST', headers });
    expect([400, 403]).toContain(status);
    expect(upstream.received).toHaveLength(before);
  },
);

describe('what only reads', () => {
  test('needs no header of ours', async () => {
    expect((await ask(gateway.url, '/api/config')).status).toBe(200);
    expect((await ask(gateway.url, '/api/config', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
    expect((await ask(gateway.url, '/api/config', { headers: { origin: `http://${host}` } })).status).toBe(200);
  });

  test.each([
    { host: 'evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
  ] as Record<string, string>[])('is refused to %o', async (headers) => {
    expect((await ask(gateway.url, '/api/config', { headers })).status).toBe(403);
    expect((await ask(gateway.url, '/api/events?nonce=1', { headers })).status).toBe(403);
  });
});

test('bound to every interface, any address is a host, but no name', async () => {
  const open = await serveGateway({ HOST: '0.0.0.0' });
  const status = async (name: string) => (await ask(open.url, '/api/config', { headers: { host: name } })).status;
  expect(await Promise.all(['192.168.0.7:5173', '[fe80::1]', 'localhost', 'evil.example'].map(status))).toEqual([
    200, 200, 200, 403,
  ]);
  await open.close();
});

test('a client that asks too often waits; the others do not notice', async () => {
  let now = 0;
  const slow = await serveGateway(
    { TESTING_BASE_URL: upstream.url, TESTING_API_KEY: 'key' },
    { limits: { burst: 3, perSecond: 0.5 }, now: () => now },
  );
  const edit = () => ask(slow.url, '/api/providers/testing/edit', { method: 'POST', headers: OURS });
  const statuses = [await edit(), await edit(), await edit(), await edit()].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await edit()).headers).toMatchObject({ 'retry-after': '2', 'x-overpaint-gateway': 'too-many-requests' });
  now += 2000;
  expect((await edit()).status).toBe(200);
  expect((await edit()).status).toBe(429);
  await slow.close();
});
