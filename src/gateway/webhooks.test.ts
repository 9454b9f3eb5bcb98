import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from './fixtures/ask.ts';
import { OURS, serveGateway, type Served } from './fixtures/serveGateway.ts';
import { LIFETIME_MS } from './limits.ts';
import { isSigned } from './webhookSignature.ts';

const SECRET = 'whsec_test';
const BODY = '{"job_id":"j1","status":"completed","result":{"url":"https://cdn.example/r.png"}}';
const SIGNATURE = '9b9f9cc4e93b89f3a7c10c786f8e016f1d8696fc86bda04326146ea8e1dbe82d';
const ENVIRONMENT = { PUBLIC_URL: 'https://paint.example', TESTING_WEBHOOK_SECRET: SECRET };

const sign = (body: string) => createHmac('sha256', SECRET).update(body).digest('hex');

let gateway: Served;
let now: number;

beforeEach(async () => {
  now = 0;
  gateway = await serveGateway(ENVIRONMENT, { limits: { heartbeatMs: 30, webhookBytes: 4096 }, now: () => now });
});

afterEach(() => gateway.close());

const register = async (): Promise<string> => {
  const { status, body } = await ask(gateway.url, '/api/webhooks/testing', { method: 'POST', headers: OURS });
  expect(status).toBe(201);
  const { nonce, url } = JSON.parse(body) as { nonce: string; url: string };
  expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  expect(url).toBe(`https://paint.example/api/webhooks/testing/${nonce}`);
  return nonce;
};

/** As the provider sends it: from outside, without anything of ours. */
const send = (
  nonce: string,
  body: string | Uint8Array = BODY,
  headers: Record<string, string> = { 'x-testing-signature': SIGNATURE },
) =>
  ask(gateway.url, `/api/webhooks/testing/${nonce}`, {
    method: 'POST',
    body,
    headers: { host: 'paint.example', ...headers },
  });

/** Reads server-sent events until it was told enough. */
const listen = async (nonce: string) => {
  const controller = new AbortController();
  const response = await fetch(`${gateway.url}/api/events?nonce=${nonce}`, { signal: controller.signal });
  expect(response.status).toBe(200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    type: response.headers.get('content-type'),
    until: async (enough: (text: string) => boolean): Promise<string> => {
      while (!enough(text)) {
        const { done, value } = await reader.read();
        if (done) break;
        text += value;
      }
      return text;
    },
    close: () => controller.abort(),
  };
};

const messages = (text: string): unknown[] =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']): unknown => JSON.parse(json));
const EVENT = { provider: 'testing', jobId: 'j1', body: JSON.parse(BODY) as unknown };

describe('the signature', () => {
  test('of the reference vector fits', () => {
    expect(Buffer.byteLength(BODY)).toBe(81);
    expect(isSigned(Buffer.from(BODY), SECRET, SIGNATURE)).toBe(true);
  });

  test.each([
    ['with its algorithm before it', `sha256=${SIGNATURE}`, true],
    ['in capitals', SIGNATURE.toUpperCase(), true],
    ['of other bytes', sign(`${BODY} `), false],
    ['of another secret', createHmac('sha256', 'other').update(BODY).digest('hex'), false],
    ['cut short', SIGNATURE.slice(0, -1), false],
    ['with something after it', `${SIGNATURE}0`, false],
    ['in base64', Buffer.from(SIGNATURE, 'hex').toString('base64'), false],
    ['with another algorithm before it', `sha1=${SIGNATURE}`, false],
    ['twice', `${SIGNATURE}, ${SIGNATURE}`, false],
    ['empty', '', false],
    ['nothing but its prefix', 'sha256=', false],
  ])('%s', async (_, signature, fits) => {
    const nonce = await register();
    const answer = await send(nonce, BODY, { 'x-testing-signature': signature });
    expect(answer.status).toBe(fits ? 200 : 401);
    if (fits) expect(JSON.parse(answer.body)).toEqual({ status: 'processed', job_id: 'j1' });
    // A refused event uses nothing up.
    else expect((await send(nonce)).status).toBe(200);
  });

  test.each([
    ['x-testing-signature', 200],
    ['x-signature', 200],
    ['x-webhook-signature', 200],
    ['x-other-signature', 401],
  ])('in the header %s is answered %i', async (header, status) => {
    expect((await send(await register(), BODY, { [header]: SIGNATURE })).status).toBe(status);
  });

  test('missing is refused', async () => {
    expect((await send(await register(), BODY, {})).status).toBe(401);
  });

  test('in a header set by the environment counts there only', async () => {
    await gateway.close();
    gateway = await serveGateway({ ...ENVIRONMENT, TESTING_WEBHOOK_HEADER: 'X-My-Hmac' });
    expect((await send(await register(), BODY, { 'x-testing-signature': SIGNATURE })).status).toBe(401);
    expect((await send(await register(), BODY, { 'x-my-hmac': SIGNATURE })).status).toBe(200);
  });

  test('is over the bytes as they came, also where these are no text', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    const signature = createHmac('sha256', SECRET).update(bytes).digest('hex');
    expect((await send(await register(), bytes, { 'x-testing-signature': signature })).status).toBe(400);
    const spaced = '{ "status" : "failed" , "job_id" : "ü1" }';
    expect((await send(await register(), spaced, { 'x-testing-signature': sign(spaced) })).status).toBe(200);
  });
});

describe('an event', () => {
  test('under an unknown nonce, or the nonce of another provider, is not found', async () => {
    const nonce = await register();
    expect((await send('0'.repeat(32))).status).toBe(404);
    expect((await send('')).status).toBe(404);
    const path = `/api/webhooks/other/${nonce}`;
    expect(
      (await ask(gateway.url, path, { method: 'POST', body: BODY, headers: { 'x-testing-signature': SIGNATURE } }))
        .status,
    ).toBe(404);
  });

  test('that comes too late is not found', async () => {
    const nonce = await register();
    now += LIFETIME_MS;
    expect((await send(nonce)).status).toBe(404);
    expect((await ask(gateway.url, `/api/events?nonce=${nonce}`)).status).toBe(404);
  });

  test.each(['', '[]', 'null', '"text"', '{}', '{"job_id":1,"status":"completed"}', '{"job_id":"j1"}', '{"job_id"'])(
    'that says %s is refused',
    async (body) => {
      expect((await send(await register(), body, { 'x-testing-signature': sign(body) })).status).toBe(400);
    },
  );

  test('that is too large is refused', async () => {
    const body = JSON.stringify({ job_id: 'j1', status: 'completed', more: 'x'.repeat(5000) });
    expect((await send(await register(), body, { 'x-testing-signature': sign(body) })).status).toBe(413);
  });

  test('other methods are not listened to', async () => {
    const nonce = await register();
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await ask(gateway.url, `/api/webhooks/testing/${nonce}`, { method, headers: OURS })).status).toBe(404);
  });
});

describe('the page', () => {
  test('is told at once', async () => {
    const nonce = await register();
    const stream = await listen(nonce);
    expect(stream.type).toBe('text/event-stream');
    await stream.until((text) => text.includes('listening'));
    await send(nonce);
    expect(messages(await stream.until((text) => text.includes('data:')))).toEqual([EVENT]);
    stream.close();
  });

  test('is told later, and again after a reload, for an hour', async () => {
    const nonce = await register();
    await send(nonce);
    for (let reload = 0; reload < 3; reload++) {
      const stream = await listen(nonce);
      expect(messages(await stream.until((text) => text.includes('data:')))).toEqual([EVENT]);
      stream.close();
      now += LIFETIME_MS / 3;
    }
    expect((await ask(gateway.url, `/api/events?nonce=${nonce}`)).status).toBe(404);
  });

  test('is told once: a repetition and a later word change nothing', async () => {
    const nonce = await register();
    const stream = await listen(nonce);
    expect((await send(nonce)).status).toBe(200);
    expect((await send(nonce)).status).toBe(200);
    const failed = '{"job_id":"j1","status":"failed","error":{"message":"no"}}';
    expect((await send(nonce, failed, { 'x-testing-signature': sign(failed) })).status).toBe(200);
    expect((await send(nonce, failed, { 'x-testing-signature': SIGNATURE })).status).toBe(401);
    const heard = await stream.until((text) => (text.split('data:')[1]?.match(/still here/g)?.length ?? 0) >= 3);
    expect(messages(heard)).toEqual([EVENT]);
    stream.close();
  });

  test.each(['processing', 'pending', 'warming-up'])(
    'is not told that a job is %s: more is to come',
    async (status) => {
      const nonce = await register();
      const body = JSON.stringify({ job_id: 'j1', status });
      expect((await send(nonce, body, { 'x-testing-signature': sign(body) })).status).toBe(200);
      await send(nonce);
      const stream = await listen(nonce);
      expect(messages(await stream.until((text) => text.includes('data:')))).toEqual([EVENT]);
      stream.close();
    },
  );

  test('hears of its own job only', async () => {
    const [mine, other] = [await register(), await register()];
    const stream = await listen(mine);
    await send(other);
    expect(messages(await stream.until((text) => /(still here\s+:?\s*){3}/.test(text)))).toEqual([]);
    stream.close();
  });

  test('in eight windows is enough', async () => {
    const nonce = await register();
    const streams = await Promise.all(Array.from({ length: 8 }, () => listen(nonce)));
    await send(nonce);
    const ninth = await listen(nonce);
    expect(messages(await ninth.until(() => false))).toEqual([]);
    for (const stream of streams)
      expect(messages(await stream.until((text) => text.includes('data:')))).toEqual([EVENT]);
    for (const stream of streams) stream.close();
  });
});

test.each([
  ['without a secret', { PUBLIC_URL: 'https://paint.example' }],
  ['without a public address', { TESTING_WEBHOOK_SECRET: SECRET }],
  ['with one that the provider cannot reach', { TESTING_WEBHOOK_SECRET: SECRET, PUBLIC_URL: 'http://localhost:5173' }],
])('%s there are no webhooks', async (_, environment) => {
  const without = await serveGateway(environment);
  const answer = await ask(without.url, '/api/webhooks/testing', { method: 'POST', headers: OURS });
  await without.close();
  expect(answer).toMatchObject({ status: 409, headers: { 'x-overpaint-gateway': 'not-configured' } });
  expect(answer.body).not.toContain(SECRET);
});
