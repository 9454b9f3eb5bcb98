import { expect, test } from '@playwright/test';
import { OURS, serveGateway, type Served } from '../src/gateway/fixtures/serveGateway.ts';
import { startUpstream, type Upstream } from '../src/gateway/fixtures/startUpstream.ts';

/** What a real browser adds to requests cannot be imitated: these run the gateway and a hostile page on ports of their own. */
let provider: Upstream;
let hostile: Upstream;
let gateway: Served;

test.beforeAll(async () => {
  provider = await startUpstream();
  hostile = await startUpstream();
  hostile.answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><body>');
  gateway = await serveGateway({
    TESTING_BASE_URL: provider.url,
    TESTING_API_KEY: 'key',
    TESTING_WEBHOOK_SECRET: 'whsec_test',
    PUBLIC_URL: 'https://paint.example',
  });
});

test.afterAll(() => Promise.all([gateway.close(), hostile.close(), provider.close()]));

test('a page of another port reaches no provider through the gateway', async ({ page }) => {
  await page.goto(hostile.url);
  await page.evaluate(async (address) => {
    const edit = `${address}/api/providers/testing/edit`;
    await fetch(edit, { method: 'POST', body: '{}' }).catch(() => undefined);
    await fetch(edit, { method: 'POST', body: '{}', mode: 'no-cors', credentials: 'include' }).catch(() => undefined);
    await fetch(edit, { method: 'POST', body: '{}', headers: { 'x-overpaint': '1' } }).catch(() => undefined);
    navigator.sendBeacon(edit, '{}');
    const picture = document.createElement('img');
    picture.src = `${address}/api/providers/testing/status/1`;
    await new Promise((done) => (picture.onerror = done));
    const frame = document.createElement('iframe');
    frame.name = 'hidden';
    const form = document.createElement('form');
    Object.assign(form, { action: edit, method: 'post', target: 'hidden', enctype: 'text/plain' });
    document.body.append(frame, form);
    const loaded = new Promise((done) => (frame.onload = done));
    form.submit();
    await loaded;
  }, gateway.url);
  // The simple ones arrived at the gateway and were refused there; the one with our header was stopped by its preflight.
  await expect.poll(() => gateway.log.filter((line) => line.includes(' 403 ')).length).toBeGreaterThanOrEqual(5);
  expect(provider.received).toHaveLength(0);
});

test('our own page reaches the provider and hears of a webhook', async ({ page, request }) => {
  await page.goto(`${gateway.url}/api/config`);
  const answer = await page.evaluate(async (headers) => {
    const edited = await fetch('/api/providers/testing/edit', { method: 'POST', body: '{}', headers });
    const registered = await fetch('/api/webhooks/testing', { method: 'POST', headers });
    const { nonce } = (await registered.json()) as { nonce: string };
    const heard = new Promise((done) => {
      new EventSource(`/api/events?nonce=${nonce}`).onmessage = (event) => done(JSON.parse(String(event.data)));
    });
    Object.assign(globalThis, { heard });
    return { status: edited.status, nonce };
  }, OURS);
  expect(answer.status).toBe(200);
  expect(provider.received).toHaveLength(1);

  const body = '{"job_id":"j1","status":"completed","result":{"url":"https://cdn.example/r.png"}}';
  const signature = '9b9f9cc4e93b89f3a7c10c786f8e016f1d8696fc86bda04326146ea8e1dbe82d';
  const sent = await request.post(`${gateway.url}/api/webhooks/testing/${answer.nonce}`, {
    data: Buffer.from(body),
    headers: { 'x-signature': signature },
  });
  expect(sent.status()).toBe(200);
  const event = await page.evaluate(() => (globalThis as unknown as { heard: Promise<unknown> }).heard);
  expect(event).toEqual({ provider: 'testing', jobId: 'j1', body: JSON.parse(body) as unknown });
});
