import { imageType } from '../imageType.ts';

/** What a stream brought: the bytes of a picture, or the frames of a text, each handed out as soon as it is whole. */
export type Frame =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string };

/** Enough to tell every kind of picture. */
const SIGNATURE_BYTES = 12;

/**
 * Reads a stream whose form is not documented: server-sent events, a JSON value per line, one JSON value over many lines, or the
 * picture itself.
 */
export async function* readFrames(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Frame, void, void> {
  const lines = new LineReader();
  let start: Uint8Array<ArrayBuffer>[] = [];
  let kind: 'unknown' | 'picture' | 'text' = 'unknown';
  for await (const piece of pieces) {
    if (kind === 'text') {
      yield* lines.take(piece);
      continue;
    }
    start.push(piece);
    if (kind === 'picture') continue;
    const known = joined(start);
    start = [known];
    if (known.length < SIGNATURE_BYTES) continue;
    kind = imageType(known) === null ? 'text' : 'picture';
    if (kind === 'text') yield* lines.take(known);
  }
  if (kind === 'picture') {
    yield { kind: 'bytes', bytes: joined(start) };
    return;
  }
  if (kind === 'unknown') yield* lines.take(joined(start));
  yield* lines.end();
}

/** Cuts text into frames: an event's data lines belong together until an empty line; any other line is a frame by itself. */
class LineReader {
  readonly #decoder = new TextDecoder();
  readonly #unread: string[] = [];
  #line = '';
  #data: string[] = [];

  *take(piece: Uint8Array): Generator<Frame, void, void> {
    const parts = this.#decoder.decode(piece, { stream: true }).split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      const line = (this.#line + part).replace(/\r$/, '');
      this.#line = '';
      yield* this.#read(line);
    }
    this.#line += rest;
  }

  *end(): Generator<Frame, void, void> {
    yield* this.#read(this.#line + this.#decoder.decode());
    yield* this.#read('');
    // What was no frame line by line may be one as a whole: JSON that is printed over many lines, or a plain answer.
    const whole = this.#unread.join('\n').trim();
    if (whole !== '') yield frameOf(whole);
  }

  *#read(line: string): Generator<Frame, void, void> {
    if (line.startsWith('data:')) {
      this.#data.push(line.slice(5).replace(/^ /, ''));
    } else if (line.trim() === '') {
      const data = this.#data.join('\n').trim();
      this.#data = [];
      if (data !== '' && data !== '[DONE]') yield frameOf(data);
    } else if (!/^(:|event:|id:|retry:)/.test(line)) {
      const frame = frameOf(line);
      if (frame.kind === 'json') yield frame;
      else this.#unread.push(line);
    }
  }
}

const frameOf = (text: string): Frame => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { kind: 'json', value };
    return { kind: 'text', text: String(value) };
  } catch {
    return { kind: 'text', text };
  }
};

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
