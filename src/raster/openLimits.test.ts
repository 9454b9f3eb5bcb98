import { describe, expect, test } from 'vitest';
import { jpegFile, pngChunk, pngFile, pngHeader, joined, webpExtended, webpFile } from './fixtures/headerFiles.ts';
import { maxBytes, OpenError } from './openError.ts';
import { openPicture } from './openPicture.ts';
import { pngSignature } from './probePng.ts';

/** Node decodes no pictures: a refusal that comes out here was made before any decoding. */
const refusalOf = async (file: Blob): Promise<OpenError> => {
  const error = await openPicture(file).catch((reason: unknown) => reason);
  if (error instanceof OpenError) return error;
  throw new Error('Not refused.', { cause: error });
};

describe('refused before decoding', () => {
  test('a 1-bit PNG of 16384 x 16384 px in some 32 KiB', async () => {
    const rows = new Blob([new Uint8Array((16384 / 8 + 1) * 16384)]).stream();
    const packed = await new Response(rows.pipeThrough(new CompressionStream('deflate'))).arrayBuffer();
    const bomb = joined(
      pngSignature,
      pngHeader(16384, 16384, 1, 0),
      pngChunk('IDAT', new Uint8Array(packed)),
      pngChunk('IEND', []),
    );
    expect(bomb.length).toBeLessThan(40 * 1024);
    const { kind, message } = await refusalOf(new Blob([bomb]));
    expect(kind).toBe('too-many-pixels');
    expect(message).toBe(
      'This picture has 16384 × 16384 px; the limit is 64 megapixels (such as 8192 × 8192 px). Make it smaller in another program and open it again.',
    );
  });

  test.each([
    [16385, 1, 'too-long-side'],
    [1, 16385, 'too-long-side'],
    [2 ** 31, 2 ** 31, 'too-long-side'],
    [8192, 8193, 'too-many-pixels'],
  ])('a PNG of %i x %i px: %s', async (width, height, kind) => {
    expect((await refusalOf(new Blob([pngFile(width, height, 2)]))).kind).toBe(kind);
  });

  test('headers of the other formats count as well', async () => {
    expect((await refusalOf(new Blob([jpegFile(65535, 1)]))).kind).toBe('too-long-side');
    expect((await refusalOf(new Blob([webpFile(webpExtended(16384, 16384, 0))]))).kind).toBe('too-many-pixels');
  });

  test('a file of more than 40 MB, whatever it is', async () => {
    const { kind, message } = await refusalOf(new Blob([new Uint8Array(maxBytes + 1)]));
    expect(kind).toBe('too-many-bytes');
    expect(message).toContain('40.1 MB; the limit is 40 MB');
  });

  test('an empty file, text, and formats we know by name', async () => {
    expect((await refusalOf(new Blob([]))).kind).toBe('not-an-image');
    expect((await refusalOf(new Blob(['hello'], { type: 'image/png' }))).kind).toBe('not-an-image');
    const svg = await refusalOf(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']));
    expect(svg.kind).toBe('unsupported');
    expect(svg.message).toContain('SVG');
  });
});

test('8192 x 8192 px are within the limits: Node gets as far as decoding', async () => {
  expect((await refusalOf(new Blob([pngFile(8192, 8192, 2)]))).kind).toBe('corrupt');
});
