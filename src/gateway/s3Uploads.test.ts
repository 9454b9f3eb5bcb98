import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask } from './fixtures/ask.ts';
import { PNG } from './fixtures/pictures.ts';
import { OURS, serveGateway } from './fixtures/serveGateway.ts';
import { s3Uploads } from './s3Uploads.ts';
import type { S3Settings } from './settings.ts';
import type { UploadStore } from './uploadStore.ts';

/** A real S3 server on loopback, which checks every signature. Its account is fixed. */
let server: S3rver;
let folder: string;
let settings: S3Settings;
let store: UploadStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-test-'));
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    resetOnClose: true,
    configureBuckets: [{ name: 'pictures' }],
  });
  const { port } = await server.run();
  settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'pictures',
    region: 'eu-central-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  };
  store = s3Uploads(settings);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const NAME = '0123456789abcdef0123456789abcdef.png';
const HOUR = 3_600_000;
const put = (name = NAME, lifetimeMs = HOUR) => store.put(name, 'image/png', new Uint8Array(PNG), lifetimeMs);
const pathOf = (url: string) => url.slice(new URL(url).origin.length);
const request = (url: string, method = 'GET', body?: string) =>
  ask(url, pathOf(url), { method, ...(body !== undefined && { body }) });

describe('an object', () => {
  test('is put, read by the address handed out, and removed', async () => {
    const url = await put();
    expect(new URL(url).pathname).toBe(`/pictures/overpaint/${NAME}`);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('3600');
    const answer = await request(url);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(PNG)).toBe(true);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
    await store.remove(NAME);
    expect((await request(url)).status).toBe(404);
  });

  test('is not read after its time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - HOUR - 2000 });
    // The server shares this process and so its clock; real time is back before it is asked.
    const url = await put();
    vi.useRealTimers();
    const { status, body } = await request(url);
    expect(status).toBe(403);
    expect(body).toContain('Request has expired');
  });

  test.each([
    ['another object', (url: URL) => (url.pathname = '/pictures/overpaint/00000000000000000000000000000000.png')],
    ['a longer time', (url: URL) => url.searchParams.set('X-Amz-Expires', '604800')],
    ['another day', (url: URL) => url.searchParams.set('X-Amz-Date', '20300101T000000Z')],
    ['another signature', (url: URL) => url.searchParams.set('X-Amz-Signature', '0'.repeat(64))],
    [
      'another region',
      (url: URL) => {
        const credential = url.searchParams.get('X-Amz-Credential') ?? '';
        url.searchParams.set('X-Amz-Credential', credential.replace('eu-central-1', 'us-east-1'));
      },
    ],
  ])('is not read for %s than was signed', async (_, change) => {
    const url = new URL(await put());
    change(url);
    const { status, body } = await request(url.href);
    expect(status).toBe(403);
    expect(body).toContain('SignatureDoesNotMatch');
  });

  test.each(['PUT', 'DELETE', 'POST'])('cannot be changed with the address for reading: %s', async (method) => {
    const url = await put();
    expect((await request(url, method, method === 'DELETE' ? undefined : 'other')).status).toBeGreaterThanOrEqual(400);
    expect((await request(url)).bytes.equals(PNG)).toBe(true);
  });

  test('with a wrong secret is refused', async () => {
    const wrong = s3Uploads({ ...settings, secretAccessKey: 'other' });
    await expect(wrong.put(NAME, 'image/png', new Uint8Array(PNG), HOUR)).rejects.toThrow('HTTP 403');
  });

  test('in a bucket that does not exist is refused', async () => {
    const wrong = s3Uploads({ ...settings, bucket: 'nowhere' });
    await expect(wrong.put(NAME, 'image/png', new Uint8Array(PNG), HOUR)).rejects.toThrow('HTTP 404');
  });
});

test('type, length and caching are signed; the address for putting holds for a minute', async () => {
  const seen: URLSearchParams[] = [];
  const watched = createServer((asked, response) => {
    seen.push(new URL(asked.url ?? '', settings.endpoint).searchParams);
    response.end();
  });
  await new Promise<void>((listening) => watched.listen(0, '127.0.0.1', listening));
  const { port } = watched.address() as { port: number };
  const watchedStore = s3Uploads({ ...settings, endpoint: `http://127.0.0.1:${port}` });
  await watchedStore.put(NAME, 'image/png', new Uint8Array(PNG), HOUR);
  watched.close();
  expect(seen[0]?.get('X-Amz-SignedHeaders')).toBe('cache-control;content-length;content-type;host');
  expect(seen[0]?.get('X-Amz-Expires')).toBe('60');
});

test('through the gateway: uploaded, fetched at the storage, removed with the job', async () => {
  const gateway = await serveGateway(
    {
      UPLOADS_S3_ENDPOINT: settings.endpoint,
      UPLOADS_S3_BUCKET: 'pictures',
      UPLOADS_S3_ACCESS_KEY_ID: 'S3RVER',
      UPLOADS_S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    { uploads: store },
  );
  const upload = async () => {
    const headers = { ...OURS, 'content-type': 'image/png' };
    const { status, body } = await ask(gateway.url, '/api/uploads', { method: 'POST', body: PNG, headers });
    expect(status).toBe(201);
    return JSON.parse(body) as { url: string; name: string; deleteToken: string };
  };
  const [one, other] = [await upload(), await upload()];
  expect(one.url.startsWith(`${settings.endpoint}/pictures/overpaint/${one.name}?`)).toBe(true);
  expect((await request(one.url)).bytes.equals(PNG)).toBe(true);
  // The gateway does not serve what lies elsewhere.
  expect((await ask(gateway.url, `/uploads/${one.name}`)).status).toBe(404);
  const headers = { ...OURS, 'x-delete-token': one.deleteToken };
  expect((await ask(gateway.url, `/api/uploads/${one.name}`, { method: 'DELETE', headers })).status).toBe(204);
  expect((await request(one.url)).status).toBe(404);
  expect((await request(other.url)).status).toBe(200);
  await gateway.close();
  expect((await request(other.url)).status).toBe(404);
});
