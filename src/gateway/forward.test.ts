import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, type Asked } from './fixtures/ask.ts';
import { OURS, serveGateway, type Served } from './fixtures/serveGateway.ts';
import { startUpstream, type Upstream } from './fixtures/startUpstream.ts';

const CANARY = 'canary-7f3a91';
const KIB = 1024;

let upstream: Upstream;
let elsewhere: Upstream;
let gateway: Served;

beforeAll(async () => {
  upstream = await startUpstream();
  elsewhere = await startUpstream();
  gateway = await serveGateway(
    { TESTING_BASE_URL: `${upstream.url}/v1`, TESTING_API_KEY: CANARY },
    { limits: { requestBytes: 64 * KIB, responseBytes: 64 * KIB, timeoutMs: 400, burst: 10_000 } },
  );
});

afterEach(() => {
  upstream.received.length = 0;
  elsewhere.received.length = 0;
  upstream.answer = (response) => response.end('{}');
});

afterAll(() => Promise.all([gateway.close(), upstream.close(), elsewhere.close()]));

const edit = ({ headers, ...asked }: Asked = {}) =>
  ask(gateway.url, '/api/providers/testing/edit', {
    method: 'POST',
    body: '{}',
    headers: { ...OURS, ...headers },
    ...asked,
  });

describe('a listed call', () => {
  test('reaches the provider with the key of the environment, the body as it was', async () => {
    upstream.answer = (response) => {
      response.writeHead(201, {
        'content-type': 'application/json',
        'retry-after': '7',
        'set-cookie': 'a=b',
        location: '/x',
      });
      response.end('{"ok":true}');
    };
    const body = JSON.stringify({ prompt: 'a red café' });
    const answer = await edit({ body, headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 201, body: '{"ok":true}' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'retry-after': '7',
      'cache-control': 'no-store',
    });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('location');
    expect(upstream.received).toHaveLength(1);
    expect(upstream.received[0]).toMatchObject({ method: 'POST', path: '/v1/edit' });
    expect(upstream.received[0]?.body.toString()).toBe(body);
  });

  test('carries these headers and no others', async () => {
    await edit({
      headers: {
        authorization: 'Bearer client',
        cookie: 'session=1',
        origin: gateway.url,
        referer: `${gateway.url}/secret`,
        te: 'trailers',
        'user-agent': 'browser',
        'accept-language': 'de',
        'x-forwarded-for': '10.0.0.1',
        'content-type': 'text/x',
        'cache-control': 'no-cache',
        accept: 'image/*',
      },
    });
    expect(upstream.received[0]?.headers).toEqual({
      host: new URL(upstream.url).host,
      connection: 'close',
      'accept-encoding': 'identity',
      accept: 'image/*',
      'cache-control': 'no-cache',
      'content-type': 'text/x',
      'content-length': '2',
      'x-key': `Bearer ${CANARY}`,
    });
  });

  test('takes a typed key before the one of the environment, in the other listed header on demand', async () => {
    await edit({ headers: { 'x-overpaint-key': 'typed', 'x-overpaint-auth': 'authorization' } });
    await edit({ headers: { 'x-overpaint-key': 'typed $& $1', 'x-overpaint-auth': 'cookie' } });
    const [first, second] = upstream.received.map(({ headers }) => headers);
    expect(first).toMatchObject({ authorization: 'Bearer typed' });
    expect(first).not.toHaveProperty('x-key');
    expect(second).toMatchObject({ 'x-key': 'Bearer typed $& $1' });
    expect(second).not.toHaveProperty('cookie');
  });

  test('brings errors of the provider as they are', async () => {
    upstream.answer = (response) => response.writeHead(429, { 'retry-after': '3' }).end('slow down');
    const answer = await edit();
    expect(answer).toMatchObject({ status: 429, body: 'slow down', headers: { 'retry-after': '3' } });
    expect(answer.headers).not.toHaveProperty('x-overpaint-gateway');
  });

  test('streams: the first piece arrives before the last one is sent', async () => {
    let finish = () => {};
    upstream.answer = (response) => {
      response.write('first');
      finish = () => response.end('last');
    };
    const response = await fetch(`${gateway.url}/api/providers/testing/edit`, { method: 'POST', headers: OURS });
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('first');
    finish();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('last');
  });

  test('without any key is refused here', async () => {
    const keyless = await serveGateway({ TESTING_BASE_URL: upstream.url });
    const answer = await ask(keyless.url, '/api/providers/testing/edit', { method: 'POST', headers: OURS });
    await keyless.close();
    expect(answer).toMatchObject({ status: 401, headers: { 'x-overpaint-gateway': 'no-key' } });
    expect(upstream.received).toHaveLength(0);
  });
});

describe('faults', () => {
  test.each([301, 302, 303, 307, 308])(
    'a redirect (%i) is not followed and the key goes nowhere else',
    async (status) => {
      upstream.answer = (response) => response.writeHead(status, { location: `${elsewhere.url}/edit` }).end();
      const answer = await edit();
      expect(answer).toMatchObject({ status: 502, headers: { 'x-overpaint-gateway': 'redirected' } });
      expect(answer.body).toMatch(/^\{"error":\{"message":"Testing wanted[^"]*","code":"redirected"\}\}$/);
      expect(answer.headers).not.toHaveProperty('location');
      expect(elsewhere.received).toHaveLength(0);
    },
  );

  test('a request said to be too large is refused before anything is sent', async () => {
    const answer = await edit({ body: new Uint8Array(64 * KIB + 1) });
    expect(answer).toMatchObject({ status: 413, headers: { 'x-overpaint-gateway': 'too-large' } });
    expect(upstream.received).toHaveLength(0);
  });

  test('a request that turns out too large is stopped on the way', async () => {
    const before = upstream.cutShort();
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(new Uint8Array(40 * KIB));
        await wait(50);
      },
    });
    const options = { method: 'POST', headers: OURS, body, duplex: 'half' } as RequestInit;
    const answer = await fetch(`${gateway.url}/api/providers/testing/edit`, options);
    expect(answer.status).toBe(413);
    await vi.waitFor(() => expect(upstream.received).toHaveLength(1));
    expect(upstream.received[0]?.body).toHaveLength(40 * KIB);
    await vi.waitFor(() => expect(upstream.cutShort()).toBe(before + 1));
  });

  test('a request of exactly the limit passes', async () => {
    const answer = await edit({ body: new Uint8Array(64 * KIB), headers: { 'transfer-encoding': 'chunked' } });
    expect(answer.status).toBe(200);
    expect(upstream.received[0]?.body).toHaveLength(64 * KIB);
  });

  test('an answer said to be too large is refused', async () => {
    upstream.answer = (response) => response.end(new Uint8Array(64 * KIB + 1));
    expect(await edit()).toMatchObject({ status: 502, headers: { 'x-overpaint-gateway': 'too-large' } });
  });

  test('an answer that turns out too large is cut off', async () => {
    upstream.answer = (response) => {
      response.write(new Uint8Array(60 * KIB));
      setTimeout(() => response.end(new Uint8Array(60 * KIB)), 20);
    };
    await expect(edit()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  test('an answer that breaks off is cut off here too', async () => {
    upstream.answer = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(edit()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  test('a provider that never answers is given up in time', async () => {
    upstream.answer = () => {};
    expect(await edit()).toMatchObject({ status: 504, headers: { 'x-overpaint-gateway': 'timeout' } });
  });

  test('a provider that drips is given up in time', async () => {
    upstream.answer = (response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const start = performance.now();
    await expect(edit()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('a reset or a closed port is told in words', async () => {
    upstream.answer = (response) => response.destroy();
    expect(await edit()).toMatchObject({ status: 502, headers: { 'x-overpaint-gateway': 'unreachable' } });
    const closed = await startUpstream();
    await closed.close();
    const nowhere = await serveGateway({ TESTING_BASE_URL: closed.url, TESTING_API_KEY: CANARY });
    const answer = await ask(nowhere.url, '/api/providers/testing/edit', { method: 'POST', headers: OURS });
    await nowhere.close();
    expect(answer).toMatchObject({ status: 502, headers: { 'x-overpaint-gateway': 'unreachable' } });
  });

  test('when the client goes away, the call to the provider ends', async () => {
    upstream.answer = () => {};
    const before = upstream.cutShort();
    const controller = new AbortController();
    const asked = edit({ signal: controller.signal });
    await vi.waitFor(() => expect(upstream.received).toHaveLength(1));
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
    await vi.waitFor(() => expect(upstream.cutShort()).toBe(before + 1), { timeout: 300 });
  });

  test('when the client goes away in the middle of the answer, the call ends too', async () => {
    upstream.answer = (response) => response.write('first');
    const before = upstream.cutShort();
    const controller = new AbortController();
    const asked = edit({ signal: controller.signal });
    await vi.waitFor(() => expect(upstream.received).toHaveLength(1));
    await wait(30);
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
    await vi.waitFor(() => expect(upstream.cutShort()).toBe(before + 1), { timeout: 300 });
  });
});

test('the key and what was sent appear in no answer and no log', async () => {
  const printed: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
  );
  const faults: Upstream['answer'][] = [
    (response) => response.end('{}'),
    (response) => response.writeHead(302, { location: elsewhere.url }).end(),
    (response) => response.writeHead(500, { 'x-key': CANARY, 'www-authenticate': CANARY }).end(),
    (response) => response.destroy(),
    (response) => {
      response.writeHead(200, { 'content-length': '9' }).write('x');
      setTimeout(() => response.destroy(), 20);
    },
    () => {},
  ];
  const answers: unknown[] = [];
  gateway.log.length = 0;
  for (const fault of faults) {
    upstream.answer = fault;
    const asked = edit({ headers: { 'x-overpaint-key': `${CANARY}-typed` }, body: 'private prompt' });
    answers.push(await asked.catch((error: unknown) => String(error)));
  }
  answers.push(await ask(gateway.url, '/api/config'));
  for (const spy of spies) spy.mockRestore();
  const everything = JSON.stringify([answers, printed, gateway.log]);
  expect(everything).not.toContain('canary');
  expect(everything).not.toContain('private prompt');
  expect(printed).toEqual([]);
  expect(gateway.log).toHaveLength(faults.length + 1);
  for (const line of gateway.log)
    expect(line).toMatch(/^(POST \/api\/providers\/:id\/\*|GET \/api\/config) \d{3} \d+ ms$/);
});
