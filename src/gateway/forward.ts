import type { IncomingMessage } from 'node:http';
import type { Context, Handler } from 'hono';
import { BodyTooLarge, callUpstream } from './callUpstream.ts';
import { answerHeaders, requestHeaders } from './forwardedHeaders.ts';
import type { Limits } from './limits.ts';
import { problem } from './problem.ts';
import { relayBody } from './relayBody.ts';
import { findCall } from './routeTable.ts';
import type { GatewaySettings, ProviderSettings } from './settings.ts';

const WITHOUT_BODY = new Set([204, 205]);

/** Forwards the listed calls of a provider with its key: `ANY /api/providers/:id/<path of the call>`. A query is not passed on. */
export const forward =
  (settings: GatewaySettings, limits: Limits): Handler =>
  async (context) => {
    // Hono's own parameters are decoded; the table compares the path as it was sent.
    const [, id = '', path = ''] =
      /^\/api\/providers\/([a-z0-9-]+)(\/.*)$/.exec(new URL(context.req.url).pathname) ?? [];
    const provider = settings.providers.get(id);
    const url = provider && findCall(provider, context.req.method, path);
    if (!url) return problem(context, 404, 'unknown-route', 'The gateway has no such call.');
    const key = keyOf(context, provider);
    if (key === null) return problem(context, 401, 'no-key', `There is no API key for ${provider.routes.label}.`);
    if (Number(context.req.header('content-length') ?? 0) > limits.requestBytes) return tooLarge(context);

    const timeout = AbortSignal.timeout(limits.timeoutMs);
    let answer: IncomingMessage;
    try {
      answer = await callUpstream({
        url,
        method: context.req.method,
        headers: requestHeaders((name) => context.req.header(name), provider, key),
        body: context.req.method === 'GET' ? null : context.req.raw.body,
        bodyLimit: limits.requestBytes,
        signal: AbortSignal.any([timeout, context.req.raw.signal]),
      });
    } catch (error) {
      if (error instanceof BodyTooLarge) return tooLarge(context);
      return failed(context, provider, timeout.aborted);
    }
    return answered(context, provider, answer, limits.responseBytes);
  };

/** The typed key wins: whoever enters one wants it used. */
const keyOf = (context: Context, { key }: ProviderSettings): string | null =>
  filled(context.req.header('x-overpaint-key')) ?? key;

const filled = (text = ''): string | null => (text.trim() === '' ? null : text.trim());

const answered = (context: Context, provider: ProviderSettings, answer: IncomingMessage, limit: number): Response => {
  const status = answer.statusCode ?? 0;
  const { label } = provider.routes;
  const refuse = (message: string, code: 'redirected' | 'too-large' | 'failed') => {
    answer.destroy();
    return problem(context, 502, code, message);
  };
  if (status >= 300 && status < 400)
    return refuse(`${label} wanted to send the request on to another address, which is not done.`, 'redirected');
  if (status < 200 || status > 599) return refuse(`${label} answered with a status that does not exist.`, 'failed');
  if (Number(answer.headers['content-length'] ?? 0) > limit)
    return refuse(`The answer of ${label} is too large.`, 'too-large');
  const headers = answerHeaders(answer.headers);
  if (WITHOUT_BODY.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  const body = relayBody(context, answer.iterator({ destroyOnReturn: true }), () => answer.destroy(), limit);
  return new Response(body, { status, headers });
};

const tooLarge = (context: Context): Response =>
  problem(context, 413, 'too-large', 'The request is larger than the gateway passes on (40 MiB).');

const failed = (context: Context, { routes }: ProviderSettings, isTimeout: boolean): Response =>
  isTimeout
    ? problem(context, 504, 'timeout', `${routes.label} did not answer in time.`)
    : problem(context, 502, 'unreachable', `The gateway could not reach ${routes.label}, or the connection broke.`);
