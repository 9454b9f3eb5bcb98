import fc from 'fast-check';
import { expect, test } from 'vitest';
import { png } from '../fixtures/pictures.ts';
import { readFrames, type Frame } from './readFrames.ts';

async function* inPieces(
  bytes: Uint8Array,
  cuts: readonly number[],
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  for (const [index, place] of places.slice(1).entries()) {
    await Promise.resolve();
    yield new Uint8Array(bytes.subarray(places[index], place));
  }
}

const framesOf = async (bytes: Uint8Array, cuts: readonly number[] = []): Promise<Frame[]> => {
  const frames: Frame[] = [];
  for await (const frame of readFrames(inPieces(bytes, cuts))) frames.push(frame);
  return frames;
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const FORMS: readonly (readonly [string, string, readonly Frame[]])[] = [
  [
    'events',
    ': hello\r\n\r\nevent: progress\r\nid: 1\r\ndata: {"a":1}\r\n\r\ndata: {"b":\r\ndata: "é"}\r\n\r\ndata: [DONE]\r\n\r\n',
    [
      { kind: 'json', value: { a: 1 } },
      { kind: 'json', value: { b: 'é' } },
    ],
  ],
  [
    'a value per line',
    '{"a":1}\n\n{"b":"é"}',
    [
      { kind: 'json', value: { a: 1 } },
      { kind: 'json', value: { b: 'é' } },
    ],
  ],
  ['one value over many lines', '{\n  "a": [\n    1\n  ]\n}\n', [{ kind: 'json', value: { a: [1] } }]],
  ['an event that is not ended', 'data: {"a":1}', [{ kind: 'json', value: { a: 1 } }]],
  ['words', 'Hello\nthere', [{ kind: 'text', text: 'Hello\nthere' }]],
  ['nothing', '', []],
];

test.each(FORMS)('reads %s, however it is cut', async (_, text, frames) => {
  const bytes = bytesOf(text);
  expect(await framesOf(bytes)).toEqual(frames);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat()), async (cuts) => {
      expect(await framesOf(bytes, cuts)).toEqual(frames);
    }),
    { numRuns: 200 },
  );
});

test('reads a picture, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat()), async (cuts) => {
      expect(await framesOf(png, cuts)).toEqual([{ kind: 'bytes', bytes: png }]);
    }),
  );
});

test('hands out a frame before the next one has come', async () => {
  let isSecondAskedFor = false;
  async function* slow(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    await Promise.resolve();
    yield new Uint8Array(bytesOf('data: {"first":true}\n\n'));
    isSecondAskedFor = true;
    yield new Uint8Array(bytesOf('data: {"second":true}\n\n'));
  }
  const frames = readFrames(slow());
  expect((await frames.next()).value).toEqual({ kind: 'json', value: { first: true } });
  expect(isSecondAskedFor).toBe(false);
});

test('any bytes at all end in frames', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.array(fc.nat()), async (bytes, cuts) => {
      for (const frame of await framesOf(bytes, cuts)) expect(['json', 'text', 'bytes']).toContain(frame.kind);
    }),
    { numRuns: 500 },
  );
});
