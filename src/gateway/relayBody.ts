import type { Context } from 'hono';
import { cutOff } from './connection.ts';

/**
 * Passes a body on as it comes, after the pieces already read. Where it breaks off or grows beyond `limit` bytes, the client's connection
 * is cut: a head has been sent, so an error can be told in no other way. Stops the source when the client goes away.
 */
export const relayBody = (
  context: Context,
  source: AsyncIterator<Uint8Array, undefined>,
  stop: () => void,
  limit: number,
  alreadyRead: readonly Uint8Array[] = [],
): ReadableStream<Uint8Array> => {
  let total = 0;
  const waiting = [...alreadyRead];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const first = waiting.shift();
        const { done, value } = first ? { done: false, value: first } : await source.next();
        if (done) return controller.close();
        total += value.length;
        if (total > limit) throw new Error('longer than allowed');
        controller.enqueue(value);
      } catch {
        stop();
        cutOff(context, controller);
      }
    },
    cancel: stop,
  });
};
