import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

export type UpstreamCall = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | ReadableStream<Uint8Array> | null;
  /** Bytes; a longer streamed body rejects with `BodyTooLarge`. */
  readonly bodyLimit?: number;
  readonly signal: AbortSignal;
  /** Decides which address is connected to. */
  readonly lookup?: LookupFunction;
};

/** The body sent was longer than allowed; the receiver got only a part of it. */
export class BodyTooLarge extends Error {}

/**
 * One request, exactly as given: no header is added but Host and Connection, no redirect is followed, nothing is repeated, and every call
 * has its own connection (a kept one may be closed just as a paid request is written to it). Resolves with the head, the body streams.
 */
export const callUpstream = (call: UpstreamCall): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { url, method, headers, body = null, signal, lookup } = call;
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = start(url, { method, headers, signal, agent: false, ...(lookup && { lookup }) });
    request.on('response', resolve);
    // Also after the head arrived: then the body's reader learns of it, and this rejection is without effect.
    request.on('error', reject);
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new Error('The server wanted to change the protocol.'));
    });
    if (body === null || body instanceof Uint8Array) request.end(body ?? undefined);
    else
      pipeline(
        Readable.fromWeb(body as NodeReadableStream<Uint8Array>),
        cappedAt(call.bodyLimit ?? Infinity),
        request,
      ).catch(reject);
  });

const cappedAt = (limit: number): Transform => {
  let total = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      total += chunk.length;
      if (total > limit) done(new BodyTooLarge());
      else done(null, chunk);
    },
  });
};
