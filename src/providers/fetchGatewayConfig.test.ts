import { expect, test } from 'vitest';
import { fetchGatewayConfig } from './fetchGatewayConfig.ts';

const config = {
  providers: { holysheep: { keyInGateway: true, baseUrl: null, uploads: 'local', webhooks: true } },
  publicUrl: 'https://retouch.example',
  uploads: 'local',
  webhooks: true,
};
const json = { 'content-type': 'application/json; charset=utf-8' };

const ask = (answer: () => Response | Promise<Response>, signal = new AbortController().signal) =>
  fetchGatewayConfig(signal, () => Promise.resolve().then(answer));

test('reads what the gateway says, and only the fields it knows', async () => {
  const body = JSON.stringify({ ...config, later: 1 });
  expect(await ask(() => new Response(body, { headers: json }))).toEqual(config);
});

test.each([
  ['nothing there', () => new Response('', { status: 404 })],
  ['a page for every path', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ['something else', () => new Response('{"providers":[]}', { headers: json })],
  ['half of it', () => new Response('{"providers"', { headers: json })],
  [
    'no network',
    () => {
      throw new TypeError('Failed to fetch');
    },
  ],
] as const)('%s is no gateway', async (_, answer) => {
  expect(await ask(answer)).toBeNull();
});

test('rejects with the reason of whoever gave up', async () => {
  const controller = new AbortController();
  controller.abort(new DOMException('gone', 'AbortError'));
  const answer = ask(() => {
    throw controller.signal.reason as Error;
  }, controller.signal);
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});
