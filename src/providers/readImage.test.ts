import { expect, test } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { ProviderError } from './errors.ts';
import { jpeg, png, pngText, webp } from './fixtures/pictures.ts';
import { CANARY, scriptedCall } from './fixtures/scriptedCall.ts';
import { readImage } from './readImage.ts';
import type { ProviderRoutes } from './routes.ts';

const routes: ProviderRoutes = {
  id: 'example',
  label: 'Example',
  environment: 'EXAMPLE',
  baseUrl: 'https://provider.example/v1',
  auth: { header: 'Authorization', format: 'Bearer {key}' },
  calls: [],
  resultHosts: [],
};

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const encode = (text: string) => encodeBase64(new TextEncoder().encode(text));
const errorOf = (value: string | Uint8Array<ArrayBuffer>) =>
  readImage(scriptedCall([]), routes, value).then(
    () => expect.unreachable(),
    (error: unknown) => error as ProviderError,
  );

test.each([
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
] as const)('%s is known by its first bytes, from base64 and as it is', async (type, bytes) => {
  const texts = [encodeBase64(bytes), `data:text/plain;base64,${encodeBase64(bytes)}`];
  for (const value of [bytes, ...texts]) {
    const blob = await readImage(scriptedCall([]), routes, value);
    expect(blob.type).toBe(type);
    expect(await bytesOf(blob)).toEqual(bytes);
  }
});

test.each([
  '',
  'null',
  'undefined',
  'xx',
  'data:image/png,abc',
  pngText.slice(0, 40),
  encode('GIF'),
  encode('hello there'),
])('%j holds no picture', async (text) => {
  const error = await errorOf(text);
  expect(error).toBeInstanceOf(ProviderError);
  expect(error.kind).toBe('malformed');
  expect(error.facts.mayHaveCharged).toBe('unknown');
});

test('an error in place of the picture is shown in its own words', async () => {
  expect((await errorOf(encode('{"error":{"message":"no GPU left"}}'))).facts.providerWords).toBe('no GPU left');
  expect((await errorOf(encode('<html><body><h1>502 Bad Gateway</h1>'))).facts.providerWords).toBe('502 Bad Gateway');
});

test.each([1, 10, 20])('a picture that misses its last %i bytes is not taken', async (missing) => {
  for (const whole of [png, jpeg, webp])
    expect((await errorOf(whole.slice(0, whole.length - missing))).kind).toBe('malformed');
});

test('an address is fetched without the key', async () => {
  const call = scriptedCall([new Response(png)]);
  const blob = await readImage(call, routes, 'https://cdn.example/r.png');
  expect(await bytesOf(blob)).toEqual(png);
  expect(call.requests.map(({ url }) => url)).toEqual(['https://cdn.example/r.png']);
  expect(JSON.stringify(call.requests.map(({ headers }) => [...headers]))).not.toContain(CANARY);
});

test('through the gateway it is fetched by the gateway, also without the key', async () => {
  const call = scriptedCall([new Response(png)], { baseUrl: '/api/providers/example' });
  await readImage(call, routes, 'https://cdn.example/r.png?a=1&b=2');
  expect(call.requests[0]?.url).toBe(
    '/api/providers/example/result?url=https%3A%2F%2Fcdn.example%2Fr.png%3Fa%3D1%26b%3D2',
  );
  expect([...(call.requests[0]?.headers ?? [])]).toEqual([['x-overpaint', '1']]);
});

test.each([
  [403, 'result-expired'],
  [404, 'result-expired'],
  [410, 'result-expired'],
  [400, 'validation'],
])('a picture that answers %i is %s, and the user may have paid', async (status, kind) => {
  const call = scriptedCall([new Response('gone', { status })]);
  await expect(readImage(call, routes, 'https://cdn.example/r.png')).rejects.toMatchObject({
    kind,
    facts: { mayHaveCharged: 'yes', status },
  });
  expect(call.requests).toHaveLength(1);
});

test('fetching the picture is repeated after a failure on the way', async () => {
  const call = scriptedCall([new TypeError('Failed to fetch'), new Response('', { status: 502 }), new Response(png)]);
  await readImage(call, routes, 'https://cdn.example/r.png');
  expect(call.requests).toHaveLength(3);
});

test.each(['http://cdn.example/r.png', 'http://127.0.0.1:9/r.png', 'https://'])(
  '%j is not fetched from a page',
  async (url) => {
    const call = scriptedCall([new Response(png)]);
    await expect(readImage(call, routes, url)).rejects.toMatchObject({ kind: 'malformed' });
    expect(call.requests).toHaveLength(0);
  },
);
