import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { CANARY, json, scriptedCall, type Scripted } from './fixtures/scriptedCall.ts';
import { callBytes, callJson, callPieces, type ProviderRequest } from './http.ts';
import { LARGEST_ANSWER } from './readBody.ts';
import type { ProviderRoutes } from './routes.ts';

const routes: ProviderRoutes = {
  id: 'example',
  label: 'Example',
  environment: 'EXAMPLE',
  baseUrl: 'https://provider.example/v1',
  auth: { header: 'Authorization', format: 'Bearer {key}' },
  calls: [{ method: 'POST', path: '/edit' }],
  resultHosts: [],
};
const edit: ProviderRequest = {
  method: 'POST',
  path: '/edit',
  purpose: 'submit',
  body: { kind: 'json', value: { a: 1 } },
};
const schema = z.object({ ok: z.boolean() });
const run = (script: Scripted, request: Partial<ProviderRequest> = {}) =>
  callJson(scriptedCall([script]), routes, { ...edit, ...request }, schema);

afterEach(() => vi.useRealTimers());

/** A body that brings `pieces` and then keeps silent. */
const stalling = (...pieces: string[]) =>
  new Response(
    new ReadableStream({
      start: (controller) => pieces.forEach((piece) => controller.enqueue(new TextEncoder().encode(piece))),
    }),
  );

test('a call is sent with nothing that follows, stores or identifies', async () => {
  const call = scriptedCall([json({ ok: true })]);
  expect(await callJson(call, routes, { ...edit, headers: { 'Cache-Control': 'no-cache' } }, schema)).toEqual({
    ok: true,
  });
  const { url, init, headers } = call.requests[0]!;
  expect(url).toBe('https://provider.example/v1/edit');
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"a":1}',
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  expect([...headers]).toEqual([
    ['authorization', `Bearer ${CANARY}`],
    ['cache-control', 'no-cache'],
    ['content-type', 'application/json'],
  ]);
});

test('a form keeps its order and leaves the content type to the browser', async () => {
  const call = scriptedCall([json({ ok: true })]);
  const file = new Blob(['x'], { type: 'image/png' });
  const fields = [
    { name: 'image', file, fileName: 'image.png' },
    { name: 'seed', text: '7' },
  ];
  await callBytes(call, routes, { ...edit, body: { kind: 'form', fields } });
  const form = call.requests[0]!.init.body as FormData;
  expect([...form].map(([name, value]) => [name, value instanceof File ? [value.name, value.type] : value])).toEqual([
    ['image', ['image.png', 'image/png']],
    ['seed', '7'],
  ]);
  expect(call.requests[0]!.headers.has('content-type')).toBe(false);
});

test('only the expected statuses are a success', async () => {
  await expect(run(json({ ok: true }, 202), { success: [200] })).rejects.toMatchObject({ kind: 'malformed' });
  await expect(run(json({ ok: true }, 202), { success: [202] })).resolves.toEqual({ ok: true });
});

test.each<[string, Response, RegExp]>([
  ['a web page', new Response('<!doctype html><h1>Hello</h1>'), /web page/],
  ['broken JSON', new Response('{"ok":tr'), /no usable picture/],
  ['another shape', json({ ok: 'yes' }), /no usable picture/],
  ['nothing', new Response(null), /no usable picture/],
])('%s is malformed', async (_, response, message) => {
  await expect(run(response)).rejects.toMatchObject({
    kind: 'malformed',
    message: expect.stringMatching(message) as string,
  });
});

test('a failure of fetch is network, may have been charged, and quotes nothing of it', async () => {
  const error = await run(new TypeError(`Failed with ${CANARY}`)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ kind: 'network', facts: { mayHaveCharged: 'unknown' } });
  expect(error).not.toHaveProperty('cause');
  await expect(run(new TypeError('x'), { purpose: 'free' })).rejects.toMatchObject({ facts: { mayHaveCharged: 'no' } });
});

test('a server that never answers ends at the time limit', async () => {
  vi.useFakeTimers();
  const outcome = expect(
    run(() => new Promise<Response>(() => undefined), { timeoutMs: 60_000 }),
  ).rejects.toMatchObject({
    kind: 'timeout',
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await outcome;
});

test('a body that stops coming ends half a minute after its last piece', async () => {
  vi.useFakeTimers();
  let ended = false;
  const outcome = run(() => stalling('{"ok":')).catch((error: unknown) => {
    ended = true;
    return error;
  });
  await vi.advanceTimersByTimeAsync(29_900);
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(await outcome).toMatchObject({ kind: 'timeout' });
});

test('no clock is left running after a call', async () => {
  vi.useFakeTimers();
  await run(json({ ok: true }));
  await run(json({}, 400)).catch(() => undefined);
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer larger than 64 MiB is given up, and its connection too', async () => {
  let sent = 0;
  let cancelled = false;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull: (controller) => {
          sent += 1 << 20;
          controller.enqueue(new Uint8Array(1 << 20));
        },
        cancel: () => {
          cancelled = true;
        },
      }),
    );
  await expect(run(endless)).rejects.toMatchObject({
    kind: 'malformed',
    message: expect.stringContaining('64 MiB') as string,
  });
  expect(sent).toBeLessThan(LARGEST_ANSWER + (4 << 20));
  expect(cancelled).toBe(true);
});

test('an endless error text is read only in its beginning', async () => {
  const endless = () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1 << 16).fill(97)) }), {
      status: 400,
    });
  await expect(run(endless)).rejects.toMatchObject({ kind: 'validation' });
});

test('Stop ends a call with its own reason: before, while waiting for the answer, and within the body', async () => {
  const reason = new DOMException('Stopped', 'AbortError');
  const scripts: Scripted[] = [
    json({ ok: true }),
    () => new Promise<Response>(() => undefined),
    () => stalling('{"ok":'),
  ];
  for (const [index, script] of scripts.entries()) {
    const call = scriptedCall([script]);
    if (index === 0) call.controller.abort(reason);
    const outcome = callJson(call, routes, edit, schema);
    setTimeout(() => call.controller.abort(reason), 5);
    await expect(outcome).rejects.toBe(reason);
  }
});

test('pieces are handed on as they come', async () => {
  const seen: string[] = [];
  const call = scriptedCall([() => stalling('one', 'two')]);
  await callPieces(call, routes, edit, async (_, pieces) => {
    for await (const piece of pieces) {
      seen.push(new TextDecoder().decode(piece));
      if (seen.length === 2) break;
    }
  });
  expect(seen).toEqual(['one', 'two']);
});

test.each([
  [401, 'no-key', 'config', 'no'],
  [404, 'unknown-route', 'config', 'no'],
  [429, 'too-many-requests', 'rate-limit', 'no'],
  [413, 'too-large', 'payload-too-large', 'no'],
  [502, 'too-large', 'malformed', 'unknown'],
  [502, 'redirected', 'network', 'no'],
  [502, 'unreachable', 'network', 'unknown'],
  [504, 'timeout', 'timeout', 'unknown'],
  [500, 'failed', 'provider', 'unknown'],
  [418, 'toString', 'provider', 'unknown'],
])('an answer %i of the gateway itself, %s, is %s', async (status, code, kind, mayHaveCharged) => {
  const answer = json({ error: { message: 'The gateway says so.', code } }, status, { 'x-overpaint-gateway': code });
  const call = scriptedCall([answer], { baseUrl: '/api/providers/example' });
  await expect(callJson(call, routes, edit, schema)).rejects.toMatchObject({
    kind,
    message: 'The gateway says so.',
    facts: { status, mayHaveCharged },
  });
});

test('a provider cannot pass for the gateway', async () => {
  await expect(run(json({ error: 'x' }, 401, { 'x-overpaint-gateway': 'no-key' }))).rejects.toMatchObject({
    kind: 'auth',
  });
});
