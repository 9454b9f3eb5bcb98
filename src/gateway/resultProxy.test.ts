import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { callUpstream } from './callUpstream.ts';
import { ask } from './fixtures/ask.ts';
import { HEADS, PNG } from './fixtures/pictures.ts';
import { OURS, serveGateway, type Served } from './fixtures/serveGateway.ts';
import { startUpstream, type Upstream } from './fixtures/startUpstream.ts';
import { isPublicAddress, pinnedTo, type Address, type Resolve } from './publicAddress.ts';

let upstream: Upstream;
let elsewhere: Upstream;
/** Its provider is on this machine. */
let local: Served;

beforeAll(async () => {
  upstream = await startUpstream();
  elsewhere = await startUpstream();
  const environment = { TESTING_BASE_URL: upstream.url, TESTING_API_KEY: 'canary-key' };
  local = await serveGateway(environment, { limits: { responseBytes: 64 * 1024, timeoutMs: 400, burst: 10_000 } });
});

afterEach(() => {
  upstream.received.length = 0;
});

afterAll(() => Promise.all([local.close(), upstream.close(), elsewhere.close()]));

const fetchResult = (url: string, gateway = local) =>
  ask(gateway.url, `/api/providers/testing/result?url=${encodeURIComponent(url)}`, { headers: OURS });

describe('a picture', () => {
  test('comes as it is, typed by its bytes, fetched without the key', async () => {
    upstream.answer = (response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b' }).end(PNG);
    const answer = await fetchResult(`${upstream.url}/a.png?signature=1`);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(PNG)).toBe(true);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(upstream.received[0]).toMatchObject({ method: 'GET', path: '/a.png?signature=1' });
    expect(JSON.stringify(upstream.received[0]?.headers)).not.toContain('canary');
  });

  test.each([
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
    ['avif', 'image/avif'],
  ] as const)('may be %s', async (kind, type) => {
    upstream.answer = (response) => response.end(HEADS[kind]);
    expect(await fetchResult(`${upstream.url}/a`)).toMatchObject({ status: 200, headers: { 'content-type': type } });
  });

  test('may begin in tiny pieces', async () => {
    upstream.answer = (response) => {
      [...PNG].forEach((byte, at) => setTimeout(() => response.write(Buffer.of(byte)), at));
      setTimeout(() => response.end(), PNG.length + 20);
    };
    expect((await fetchResult(`${upstream.url}/a.png`)).bytes.equals(PNG)).toBe(true);
  });

  test.each(['svg', 'html', 'json', 'empty'] as const)('is not what is in truth %s', async (kind) => {
    upstream.answer = (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(HEADS[kind]);
    const answer = await fetchResult(`${upstream.url}/a.png`);
    expect(answer).toMatchObject({ status: 502, headers: { 'x-overpaint-gateway': 'not-an-image' } });
  });

  test.each([403, 404, 410])('that is gone (%i) is called expired', async (status) => {
    upstream.answer = (response) => response.writeHead(status).end(PNG);
    expect(await fetchResult(`${upstream.url}/a.png`)).toMatchObject({
      status: 404,
      headers: { 'x-overpaint-gateway': 'expired' },
    });
  });

  test('that is too large is refused or cut off', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(70 * 1024)]);
    upstream.answer = (response) => response.end(large);
    expect((await fetchResult(`${upstream.url}/a.png`)).headers).toMatchObject({ 'x-overpaint-gateway': 'too-large' });
    upstream.answer = (response) => {
      response.write(PNG);
      setTimeout(() => response.end(large), 20);
    };
    await expect(fetchResult(`${upstream.url}/a.png`)).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  test('that does not come is given up in time', async () => {
    upstream.answer = () => {};
    expect(await fetchResult(`${upstream.url}/a.png`)).toMatchObject({
      status: 504,
      headers: { 'x-overpaint-gateway': 'timeout' },
    });
  });

  test('behind a chain of redirects is not fetched', async () => {
    elsewhere.answer = (response) => response.end(PNG);
    upstream.answer = (response) => response.writeHead(302, { location: `${elsewhere.url}/a.png` }).end();
    expect((await fetchResult(`${upstream.url}/a.png`)).headers).toMatchObject({ 'x-overpaint-gateway': 'redirected' });
    expect(upstream.received).toHaveLength(1);
    expect(elsewhere.received).toHaveLength(0);
  });
});

/** A gateway whose provider is not on this machine, with a resolver and a connection that the test watches. */
const remote = async (resolve: Resolve) => {
  const calls: Parameters<typeof callUpstream>[0][] = [];
  const resolved: string[] = [];
  const gateway = await serveGateway(
    {},
    {
      limits: { burst: 10_000 },
      resultSources: {
        resolve: (name) => {
          resolved.push(name);
          return resolve(name);
        },
        // Not connected: there is no outside here. What it would connect to is asserted.
        call: (call) => {
          calls.push(call);
          return Promise.reject(new Error('no outside'));
        },
      },
    },
  );
  return { gateway, calls, resolved };
};

const PUBLIC: Address = { address: '93.184.215.14', family: 4 };

describe('addresses from which nothing is fetched', () => {
  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254/',
    'https://[::1]/a.png',
    'https://[::ffff:127.0.0.1]/a.png',
    'https://[fd00::1]/a.png',
    'https://127.0.0.1/a.png',
    'https://localhost/a.png',
    'https://2130706433/a.png',
    'https://0177.0.0.1/a.png',
    'https://0x7f.1/a.png',
    'https://127.1/a.png',
    'https://10.0.0.1/a.png',
    'https://0/a.png',
    'http://cdn.example/a.png',
    'https://cdn.example:8443/a.png',
    'https://user@cdn.example/a.png',
    'https://cdn.example@evil.example/a.png',
    'https://cdn.example.evil.example/a.png',
    'https://evil.example/cdn.example/a.png',
    'https://evilcdn.example/a.png',
    'https://results.example/a.png',
    'https://evilresults.example/a.png',
    'https://a.results.example./a.png',
    'ftp://cdn.example/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'blob:https://cdn.example/1',
    'javascript:alert(1)',
    '//cdn.example/a.png',
    '/api/config',
    '',
  ])('%s', async (url) => {
    const { gateway, calls, resolved } = await remote(() => Promise.resolve([PUBLIC]));
    expect(await fetchResult(url, gateway)).toMatchObject({
      status: 400,
      headers: { 'x-overpaint-gateway': 'not-allowed' },
    });
    expect({ calls, resolved }).toEqual({ calls: [], resolved: [] });
    await gateway.close();
  });

  test.each(['http://127.0.0.1:1/a.png', 'http://localhost/a.png', 'https://[::1]/a.png'])(
    '%s, also where the provider is on this machine at another port',
    async (url) => {
      expect((await fetchResult(url)).status).toBe(400);
      expect(upstream.received).toHaveLength(0);
    },
  );

  const SPECIAL = [
    '127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1',
    '100.127.255.255 192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255',
    ':: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::7f00:1 64:ff9b::7f00:1 fc00::1 fd12::1 fe80::1 fec0::1 ff02::1 2001::1 2001:db8::1 2002:7f00:1::',
    '3fff::1 100::1',
  ].flatMap((line) => line.split(' '));

  test.each(SPECIAL)('a listed host that resolves to %s', async (address) => {
    const special = { address, family: address.includes(':') ? 6 : 4 };
    expect(isPublicAddress(special)).toBe(false);
    const { gateway, calls } = await remote(() => Promise.resolve([PUBLIC, special]));
    expect((await fetchResult('https://cdn.example/a.png', gateway)).status).toBe(400);
    expect(calls).toEqual([]);
    await gateway.close();
  });

  test('public ones are told apart from them', () => {
    for (const address of [
      '8.8.8.8',
      '1.1.1.1',
      '172.15.255.255',
      '172.32.0.1',
      '100.63.255.255',
      '100.128.0.1',
      '223.255.255.255',
    ])
      expect(isPublicAddress({ address, family: 4 })).toBe(true);
    for (const address of ['2606:4700::1', '2a00:1450:4001:81b::200e', '2003::1'])
      expect(isPublicAddress({ address, family: 6 })).toBe(true);
  });
});

test('a listed host is resolved once, and what was checked is what is connected to', async () => {
  let asked = 0;
  const rebinding: Resolve = () => Promise.resolve([asked++ === 0 ? PUBLIC : { address: '127.0.0.1', family: 4 }]);
  const { gateway, calls, resolved } = await remote(rebinding);
  await fetchResult('https://a.b.results.example/x.png?s=1', gateway);
  await gateway.close();
  expect(resolved).toEqual(['a.b.results.example']);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.url.href).toBe('https://a.b.results.example/x.png?s=1');
  expect(JSON.stringify(calls[0]?.headers)).not.toContain('key');
  const answers: unknown[] = [];
  calls[0]?.lookup?.('a.b.results.example', { all: true }, (_, found) => answers.push(found));
  calls[0]?.lookup?.('a.b.results.example', {}, (_, found, family) => answers.push([found, family]));
  expect(answers).toEqual([[PUBLIC], [PUBLIC.address, 4]]);
});

test('an address that parsers read differently goes to the host that was checked', async () => {
  const { gateway, calls, resolved } = await remote(() => Promise.resolve([PUBLIC]));
  await fetchResult('https:cdn.example\\@evil.example/a.png', gateway);
  await gateway.close();
  expect(resolved).toEqual(['cdn.example']);
  expect(calls[0]?.url.href).toBe('https://cdn.example/@evil.example/a.png');
});

test('a pinned connection goes to its address, whatever the name says', async () => {
  const server = createServer((request, response) => response.end(request.headers.host));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const lookup = pinnedTo({ address: '127.0.0.1', family: 4 });
  const url = new URL(`http://cdn.example:${port}/`);
  const answer = await callUpstream({ url, method: 'GET', headers: {}, signal: AbortSignal.timeout(2000), lookup });
  expect((await answer.toArray()).join('')).toBe(`cdn.example:${port}`);
  server.close();
});

test('a host that does not resolve is told in words', async () => {
  const { gateway } = await remote(() => Promise.reject(new Error('ENOTFOUND')));
  const answer = await fetchResult('https://cdn.example/a.png', gateway);
  expect(answer).toMatchObject({ status: 502, headers: { 'x-overpaint-gateway': 'unreachable' } });
  await gateway.close();
});
