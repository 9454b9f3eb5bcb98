import { expect, test } from 'vitest';
import { ProviderError } from './errors.ts';
import { deleteUpload, uploadFile } from './uploads.ts';

const file = new Blob(['picture'], { type: 'image/png' });
const { signal } = new AbortController();

test('a picture is put at a public address and taken back', async () => {
  const asked: [string, RequestInit | undefined][] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push([input as string, init]);
    return Promise.resolve(
      Response.json({ url: 'https://app.example/uploads/n.png', name: 'n.png', deleteToken: 't', expiresAt: 1 }),
    );
  };
  const upload = await uploadFile(fetch, file, signal);
  expect(upload.url).toBe('https://app.example/uploads/n.png');
  await deleteUpload(fetch, upload);
  expect(asked.map(([address, init]) => [address, init?.method, init?.headers])).toEqual([
    ['/api/uploads', 'POST', { 'x-overpaint': '1', 'content-type': 'image/png' }],
    ['/api/uploads/n.png', 'DELETE', { 'x-overpaint': '1', 'x-delete-token': 't' }],
  ]);
  expect(asked[0]?.[1]?.body).toBe(file);
});

test.each([
  [409, 'config'],
  [413, 'payload-too-large'],
  [429, 'rate-limit'],
  [503, 'unavailable'],
])('status %i is a failure of kind %s, and nothing was billed', async (status, kind) => {
  const failure: unknown = await uploadFile(() => Promise.resolve(new Response('', { status })), file, signal).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ProviderError);
  expect(failure).toMatchObject({ kind, facts: { mayHaveCharged: 'no' } });
});

test('an answer that is none, and no network at all', async () => {
  await expect(uploadFile(() => Promise.resolve(new Response('<html>')), file, signal)).rejects.toMatchObject({
    kind: 'network',
  });
  const offline = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(uploadFile(offline, file, signal)).rejects.toMatchObject({ kind: 'network' });
  await expect(deleteUpload(offline, { url: '', name: 'n', deleteToken: 't' })).resolves.toBeUndefined();
});
