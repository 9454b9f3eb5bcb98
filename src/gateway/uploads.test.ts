import { access, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, type Asked } from './fixtures/ask.ts';
import { HEADS, PNG } from './fixtures/pictures.ts';
import { OURS, serveGateway, type Served } from './fixtures/serveGateway.ts';
import { LIFETIME_MS } from './limits.ts';
import { localUploads, removeLeftovers } from './localUploads.ts';

type Made = { readonly url: string; readonly name: string; readonly deleteToken: string; readonly expiresAt: number };

const START = 1_800_000_000_000;
const LIMIT = 64 * 1024;
const ADDRESS = 'https://paint.example';

let parent: string;
let now: number;
let gateway: Served;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'uploads-test-'));
  now = START;
  gateway = await serveGateway(
    { PUBLIC_URL: ADDRESS },
    {
      uploads: localUploads(ADDRESS, parent),
      limits: { uploadBytes: LIMIT, uploadedBytes: 3 * LIMIT, burst: 1000 },
      now: () => now,
    },
  );
});

afterEach(async () => {
  await gateway.close();
  await rm(parent, { recursive: true });
});

const upload = ({ headers, ...asked }: Asked = {}) =>
  ask(gateway.url, '/api/uploads', {
    method: 'POST',
    body: PNG,
    headers: { ...OURS, 'content-type': 'image/png', ...headers },
    ...asked,
  });
const made = async (): Promise<Made> => JSON.parse((await upload()).body) as Made;
const remove = (name: string, deleteToken: string) =>
  ask(gateway.url, `/api/uploads/${name}`, { method: 'DELETE', headers: { ...OURS, 'x-delete-token': deleteToken } });
/** Files of all upload folders. */
const files = async () =>
  (await Promise.all((await readdir(parent)).map((folder) => readdir(join(parent, folder))))).flat();

describe('an upload', () => {
  test('can be fetched by its name until it is removed', async () => {
    const answer = await upload();
    expect(answer.status).toBe(201);
    const { url, name, deleteToken, expiresAt } = JSON.parse(answer.body) as Made;
    expect(name).toMatch(/^[0-9a-f]{32}\.png$/);
    expect(url).toBe(`${ADDRESS}/uploads/${name}`);
    expect(deleteToken).toMatch(/^[0-9a-f]{32}$/);
    expect(expiresAt).toBe(START + LIFETIME_MS);

    // As a provider asks: no header of ours, any host.
    const fetched = await ask(gateway.url, `/uploads/${name}`, { headers: { host: 'paint.example' } });
    expect(fetched.status).toBe(200);
    expect(fetched.bytes.equals(PNG)).toBe(true);
    expect(fetched.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(await ask(gateway.url, `/uploads/${name}`, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });

    expect((await remove(name, deleteToken)).status).toBe(204);
    expect((await ask(gateway.url, `/uploads/${name}`)).status).toBe(404);
    expect((await remove(name, deleteToken)).status).toBe(404);
    expect(await files()).toEqual([]);
  });

  test('is typed by its bytes, whatever type is declared', async () => {
    const { body } = await upload({ body: HEADS.jpeg, headers: { 'content-type': 'image/png' } });
    const { name } = JSON.parse(body) as Made;
    expect(name).toMatch(/\.jpg$/);
    expect((await ask(gateway.url, `/uploads/${name}`)).headers['content-type']).toBe('image/jpeg');
  });

  test('ends after an hour, and its file with the next sweep or start', async () => {
    const { name } = await made();
    now += LIFETIME_MS - 1;
    expect((await ask(gateway.url, `/uploads/${name}`)).status).toBe(200);
    now += 1;
    expect((await ask(gateway.url, `/uploads/${name}`)).status).toBe(404);
    expect(await files()).toEqual([name]);
    await gateway.sweep();
    expect(await files()).toEqual([]);
  });

  test('can only be removed with its own token', async () => {
    const [one, other] = [await made(), await made()];
    for (const token of ['', 'x', other.deleteToken, `${one.deleteToken}0`, one.deleteToken.toUpperCase() + ' '])
      expect((await remove(one.name, token)).status).toBe(403);
    expect((await ask(gateway.url, `/uploads/${one.name}`)).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('can only be read: %s is refused', async (method) => {
    const { name } = await made();
    expect(await ask(gateway.url, `/uploads/${name}`, { method })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });

  test('has a name of its own each time', async () => {
    const names = await Promise.all(Array.from({ length: 20 }, async () => (await made()).name));
    expect(new Set(names).size).toBe(20);
  });

  test('lies in a folder that nobody else can read, and is gone after the gateway', async () => {
    await made();
    const [folder = ''] = await readdir(parent);
    expect((await stat(join(parent, folder))).mode & 0o077).toBe(0);
    await gateway.close();
    expect(await readdir(parent)).toEqual([]);
    gateway = await serveGateway({});
  });
});

describe('refused is', () => {
  test.each(['svg', 'html', 'json', 'empty', 'gif', 'avif'] as const)('%s in the name of PNG', async (kind) => {
    const answer = await upload({ body: HEADS[kind] });
    expect(answer).toMatchObject({ status: 415, headers: { 'x-overpaint-gateway': 'not-an-image' } });
    expect(await files().catch(() => [])).toEqual([]);
  });

  test('another declared type', async () => {
    expect((await upload({ headers: { 'content-type': 'text/html' } })).status).toBe(415);
  });

  test('what is too large, told or found out', async () => {
    const body = Buffer.concat([PNG, Buffer.alloc(LIMIT)]);
    expect((await upload({ body })).status).toBe(413);
    expect((await upload({ body, headers: { 'transfer-encoding': 'chunked' } })).status).toBe(413);
    expect((await upload({ body: body.subarray(0, LIMIT) })).status).toBe(201);
  });

  test('more than may be kept in all', async () => {
    const body = Buffer.concat([PNG, Buffer.alloc(LIMIT)]).subarray(0, LIMIT);
    const statuses = [];
    for (let turn = 0; turn < 4; turn++) statuses.push((await upload({ body })).status);
    expect(statuses).toEqual([201, 201, 201, 507]);
  });

  test.each([
    '/uploads',
    '/uploads/',
    '/uploads/..',
    '/uploads/../secret',
    '/uploads/%2e%2e%2fsecret',
    '/uploads/00000000000000000000000000000000.png',
    '/uploads/constructor',
    '/uploads/__proto__',
  ])('%s', async (path) => {
    await made();
    expect((await ask(gateway.url, path)).status).toBe(404);
  });

  test('any upload, where no provider could fetch it', async () => {
    const without = await serveGateway({});
    const answer = await ask(without.url, '/api/uploads', {
      method: 'POST',
      body: PNG,
      headers: { ...OURS, 'content-type': 'image/png' },
    });
    await without.close();
    expect(answer).toMatchObject({ status: 409, headers: { 'x-overpaint-gateway': 'not-configured' } });
  });

  test('what the store does not take', async () => {
    const broken = await serveGateway(
      {},
      {
        uploads: {
          put: () => Promise.reject(new Error('canary')),
          remove: () => Promise.reject(new Error()),
          close: () => Promise.resolve(),
        },
      },
    );
    const answer = await ask(broken.url, '/api/uploads', {
      method: 'POST',
      body: PNG,
      headers: { ...OURS, 'content-type': 'image/png' },
    });
    await broken.close();
    expect(answer.status).toBe(502);
    expect(answer.body).not.toContain('canary');
  });
});

test('folders of crashed gateways are removed, those of running ones stay', async () => {
  // No process has this number: it is beyond what systems give.
  const crashed = join(parent, 'overpaint-uploads-999999999-abc');
  const running = join(parent, `overpaint-uploads-${process.pid}-abc`);
  const foreign = join(parent, 'someone-elses');
  for (const folder of [crashed, running, foreign]) await mkdir(folder);
  await removeLeftovers(parent);
  await expect(access(crashed)).rejects.toThrow();
  await access(running);
  await access(foreign);
});
