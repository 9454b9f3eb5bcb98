import { request as httpRequest, type IncomingMessage } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGateway } from './createGateway.ts';
import { listen, parsePort, type Listening } from './listen.ts';
import { pageFolder } from './pageFolder.ts';
import { headersFor } from './securityHeaders.ts';
import { readSettings } from './settings.ts';

const settings = readSettings({}, []);
const SECURITY_HEADERS = headersFor([]);

let folder: string;
let server: Listening;

type Answer = {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** A raw request: unlike fetch it sends the path exactly as written, dots and all. */
const ask = (path: string, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    const request = httpRequest({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on('error', reject);
    request.end();
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const page = join(folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await mkdir(join(page, '.vite'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(page, '.vite', 'manifest.json'), 'secret');
  await writeFile(join(page, 'index.html'), '<!doctype html>page');
  await writeFile(join(page, 'favicon.svg'), '<svg/>');
  await writeFile(join(page, 'assets', 'index-B3x_9-kQ.js'), 'export {};');
  await writeFile(join(page, 'assets', 'notes.unknown'), 'x');
  server = await listen(createGateway({ settings, page: pageFolder(page) }).handler, '127.0.0.1', 0);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache', '<!doctype html>page'],
    ['/index.html?x=1', 'text/html; charset=utf-8', 'no-cache', '<!doctype html>page'],
    ['/favicon.svg', 'image/svg+xml', 'no-cache', '<svg/>'],
    [
      '/assets/index-B3x_9-kQ.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      'export {};',
    ],
  ])('%s has its type and caching', async (path, type, cache, body) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': cache });
  });

  test('HEAD tells the same without a body', async () => {
    const answer = await ask('/', 'HEAD');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-length']).toBe('19');
  });

  test.each([
    '/nothing.html',
    '/assets',
    '/assets/',
    '/assets/notes.unknown',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%5csecret.txt',
    '//secret.txt',
    '/.vite/manifest.json',
    '/%00index.html',
    '/%zz',
    `/${'a'.repeat(5000)}.html`,
  ])('%s is not found', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
});

describe('headers', () => {
  test.each(['/', '/nothing', '/api/config', '/api/nothing'])('%s carries every security header', async (path) => {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
  });

  test('the policy allows no inline code, no foreign origin and no framing', () => {
    const policy = SECURITY_HEADERS['Content-Security-Policy'] ?? '';
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });
});

test('the log names the pattern that answered, not what was asked for', async () => {
  const lines: string[] = [];
  const { handler } = createGateway({
    settings,
    page: pageFolder(folder),
    log: (line) => lines.push(line),
    now: () => 0,
  });
  for (const path of [
    '/',
    '/api/config?secret',
    '/api/events?nonce=secret',
    '/api/secret',
    '/uploads/secret',
    '/secret',
  ])
    await handler.request(path);
  expect(lines).toEqual([
    'GET /api/config 200 0 ms',
    'GET /api/events 404 0 ms',
    'GET /* 404 0 ms',
    'GET /uploads/:name 404 0 ms',
  ]);
});

test('the same handler answers without a socket and without a page', async () => {
  const { handler } = createGateway({ settings });
  expect((await handler.request('/api/config')).status).toBe(200);
  expect((await handler.request('/')).status).toBe(404);
});

test('a taken port is said in words, with what to do', async () => {
  const { port } = new URL(server.address);
  await expect(listen(createGateway({ settings }).handler, '127.0.0.1', Number(port))).rejects.toThrow(
    `Port ${port} is already in use. Choose another one: PORT=${Number(port) + 1} npm start`,
  );
});

test('port numbers are read strictly', () => {
  expect(parsePort('0')).toBe(0);
  expect(parsePort('5173')).toBe(5173);
  for (const text of ['', 'http', '-1', '70000', '1e3', '80 ']) expect(() => parsePort(text)).toThrow(/not a port/);
});
