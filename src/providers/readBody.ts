import { untilAborted } from './untilAborted.ts';

/** Most bytes of one answer. */
export const LARGEST_ANSWER = 64 * 1024 * 1024;

export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/** The pieces of a response's body as they come. Stops at the signal, and with AnswerTooLarge before more than `limit` bytes are kept. */
export async function* piecesOf(
  response: Response,
  signal: AbortSignal,
  touch: () => void,
  limit = LARGEST_ANSWER,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  if (!response.body) return;
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> = response.body.getReader();
  let read = 0;
  try {
    for (;;) {
      touch();
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return;
      read += value.byteLength;
      if (read > limit) throw new AnswerTooLarge(`The answer is larger than ${limit} bytes.`);
      yield value;
    }
  } finally {
    // Also when the consumer stops early: the connection is given up, whatever the stream says to that.
    reader.cancel().catch(() => undefined);
  }
}
