import { expect, test } from 'vitest';
import { openWebhook, reopenWebhook } from './webhook.ts';

/** A gateway that answers each request in turn. */
const gatewayOf = (...answers: (Response | Error)[]) => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${input as string} ${new Headers(init?.headers).get('x-overpaint')}`);
    const next = answers.shift() ?? new Error('No more answers.');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const wait = (): Promise<void> => Promise.resolve();
  return { asked, fetch, wait };
};

const stream = (...pieces: string[]): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    }),
  );
const event = (jobId: string, body: unknown) => `data: ${JSON.stringify({ provider: 'x', jobId, body })}\n\n`;
const { signal } = new AbortController();

test('an address is opened, and the event of the job is waited for', async () => {
  const told = event('other', 1) + event('mine', { status: 'completed' });
  const gateway = gatewayOf(
    Response.json({ nonce: 'n 1', url: 'https://app.example/api/webhooks/x/n' }),
    stream(': listening\n\n', told.slice(0, 20), told.slice(20)),
  );
  const opened = await openWebhook({ ...gateway, signal }, 'x');
  expect(opened?.webhook.url).toBe('https://app.example/api/webhooks/x/n');
  expect(await opened?.webhook.arrival('mine', signal)).toEqual({ status: 'completed' });
  expect(gateway.asked).toEqual(['POST /api/webhooks/x 1', 'GET /api/events?nonce=n%201 1']);
});

test('a gateway that has no public address offers none', async () => {
  expect(await openWebhook({ ...gatewayOf(new Response('', { status: 409 })), signal }, 'x')).toBeNull();
  expect(await openWebhook({ ...gatewayOf(new TypeError('offline')), signal }, 'x')).toBeNull();
});

test('a broken connection is taken up again, nonsense is passed over', async () => {
  const gateway = gatewayOf(
    new TypeError('reset'),
    stream('data: {not json\n\n', 'data: 7\n\n'),
    stream(event('mine', null)),
  );
  expect(await reopenWebhook(gateway, 'n').arrival('mine', signal)).toBeNull();
  expect(gateway.asked.length).toBe(3);
});

test('a gateway that has forgotten the job says so', async () => {
  const gateway = gatewayOf(new Response('', { status: 404 }));
  await expect(reopenWebhook(gateway, 'n').arrival('mine', signal)).rejects.toMatchObject({ kind: 'result-expired' });
});

test('Stop ends the waiting', async () => {
  const controller = new AbortController();
  const gateway = gatewayOf();
  const waiting = reopenWebhook(
    { ...gateway, wait: () => Promise.resolve(controller.abort(new Error('stopped'))) },
    'n',
  ).arrival('mine', controller.signal);
  await expect(waiting).rejects.toThrow('stopped');
});
