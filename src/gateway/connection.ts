import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

const bindings = (context: Context): Partial<HttpBindings> => (context.env ?? {}) as Partial<HttpBindings>;

/** The address a request came from; the same word for all where there is no socket. */
export const clientAddress = (context: Context): string =>
  bindings(context).incoming?.socket.remoteAddress ?? 'unknown';

/** Ends an answer that is already under way, so that the client notices that it is not whole. Nothing is logged. */
export const cutOff = (context: Context, stream: ReadableStreamDefaultController): void => {
  const { outgoing } = bindings(context);
  if (outgoing) outgoing.destroy();
  else stream.error(new Error('The answer was cut off.'));
};
