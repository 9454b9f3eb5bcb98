import type { IncomingMessage } from 'node:http';
import type { Context, Handler } from 'hono';
import { callUpstream } from './callUpstream.ts';
import { HEAD_BYTES, imageType } from './imageType.ts';
import type { Limits } from './limits.ts';
import { problem } from './problem.ts';
import { isPublicAddress, pinnedTo, type Resolve } from './publicAddress.ts';
import { relayBody } from './relayBody.ts';
import { isOwnLoopback, resultAddress } from './resultAddress.ts';
import type { GatewaySettings, ProviderSettings } from './settings.ts';

export type ResultSources = { readonly resolve: Resolve; readonly call: typeof callUpstream };

/** Fetches a result picture for the page, without a key: `GET /api/providers/:id/result?url=`. Nothing but pictures comes through. */
export const resultProxy =
  (settings: GatewaySettings, limits: Limits, { resolve, call }: ResultSources): Handler =>
  async (context) => {
    const provider = settings.providers.get(context.req.param('id') ?? '');
    if (!provider) return problem(context, 404, 'unknown-route', 'The gateway knows no such provider.');
    const url = resultAddress(provider, context.req.query('url') ?? '');
    if (!url) return notAllowed(context, provider);

    const timeout = AbortSignal.timeout(limits.timeoutMs);
    let answer: IncomingMessage;
    try {
      const lookup = isOwnLoopback(provider, url) ? undefined : await checkedLookup(url, resolve);
      if (lookup === null) return notAllowed(context, provider);
      answer = await call({
        url,
        method: 'GET',
        headers: { accept: 'image/*', 'accept-encoding': 'identity' },
        signal: AbortSignal.any([timeout, context.req.raw.signal]),
        ...(lookup && { lookup }),
      });
    } catch {
      return timeout.aborted
        ? problem(context, 504, 'timeout', 'The picture did not arrive in time.')
        : problem(context, 502, 'unreachable', 'The picture’s server could not be reached.');
    }
    return picture(context, answer, limits.responseBytes);
  };

/** A lookup that leads to an address that was checked; null where any address of the host is not public. */
const checkedLookup = async (url: URL, resolve: Resolve) => {
  const addresses = await resolve(url.hostname.replace(/^\[|\]$/g, ''));
  const [first] = addresses;
  return first && addresses.every(isPublicAddress) ? pinnedTo(first) : null;
};

const picture = async (context: Context, answer: IncomingMessage, limit: number): Promise<Response> => {
  const status = answer.statusCode ?? 0;
  const refuse = (...[code, message, as = 502]: [Parameters<typeof problem>[2], string, (404 | 502)?]) => {
    answer.destroy();
    return problem(context, as, code, message);
  };
  if (status >= 300 && status < 400)
    return refuse(
      'redirected',
      'The picture’s server wanted to send the request on to another address, which is not done.',
    );
  if ([403, 404, 410].includes(status)) return refuse('expired', 'The picture is no longer there.', 404);
  if (status !== 200) return refuse('failed', `The picture’s server answered with an error (HTTP ${status}).`);
  if (Number(answer.headers['content-length'] ?? 0) > limit) return refuse('too-large', 'The picture is too large.');

  const pieces = answer.iterator({ destroyOnReturn: true }) as AsyncIterator<Uint8Array, undefined>;
  const start = await readStart(pieces).catch(() => null);
  if (!start) return refuse('failed', 'The connection to the picture’s server broke.');
  const kind = imageType(Buffer.concat(start));
  if (!kind) return refuse('not-an-image', 'What the server sent is not a picture.');
  const body = relayBody(context, pieces, () => answer.destroy(), limit, start);
  return new Response(body, {
    headers: {
      'content-type': kind.type,
      'content-disposition': 'attachment',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
};

const readStart = async (pieces: AsyncIterator<Uint8Array, undefined>): Promise<Uint8Array[]> => {
  const start: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES;) {
    const { done, value } = await pieces.next();
    if (done) break;
    start.push(value);
    length += value.length;
  }
  return start;
};

const notAllowed = (context: Context, { routes }: ProviderSettings): Response =>
  // Not 403: that is what a picture's server says when its signed address has expired.
  problem(context, 400, 'not-allowed', `Pictures of ${routes.label} are not fetched from this address.`);
