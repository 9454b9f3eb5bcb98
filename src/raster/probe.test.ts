import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avifTurned, avifWithAlpha } from './fixtures/avifFiles.ts';
import {
  ascii,
  exifBlock,
  exifSegment,
  gifFile,
  jpegFile,
  joined,
  pngChunk,
  pngFile,
  webpExif,
  webpExtended,
  webpFile,
  webpLossless,
  webpLossy,
} from './fixtures/headerFiles.ts';
import { seenSize, type ImageHeader } from './imageType.ts';
import { probe } from './probe.ts';

const plain = { orientation: 1, animated: false, mayHaveAlpha: false, hasLocation: false } as const;

const seeds = {
  png: pngFile(300, 200, 6, pngChunk('eXIf', exifBlock(6, 'II', true)), pngChunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0])),
  jpeg: jpegFile(300, 200, exifSegment(exifBlock(8, 'MM', true))),
  webpLossy: webpFile(webpLossy(300, 200)),
  webpExtended: webpFile(webpExtended(300, 200, 0x1a), webpLossy(300, 200), webpExif(exifBlock(5))),
  gif: gifFile(3, 1, [
    [1, 2, 3],
    [3, 2, 1],
  ]),
  avif: avifTurned,
};

const headerOf = (bytes: Uint8Array): ImageHeader => {
  const found = probe(bytes);
  if (found.kind !== 'image') throw new Error(`Probed as ${found.kind}.`);
  return found.header;
};

describe('what a header says', () => {
  test.each<[string, Uint8Array, Partial<ImageHeader>]>([
    ['RGB PNG', pngFile(300, 200, 2), { ...plain, type: 'image/png', storedSize: { width: 300, height: 200 } }],
    ['RGBA PNG', pngFile(1, 1, 6), { ...plain, mayHaveAlpha: true }],
    ['grey and alpha PNG', pngFile(1, 1, 4), { mayHaveAlpha: true }],
    ['palette PNG with a transparent colour', pngFile(1, 1, 3, pngChunk('tRNS', [0])), { mayHaveAlpha: true }],
    ['animated, turned and located PNG', seeds.png, { animated: true, orientation: 6, hasLocation: true }],
    ['plain JPEG', jpegFile(300, 200), { ...plain, type: 'image/jpeg', storedSize: { width: 300, height: 200 } }],
    ['turned and located JPEG', seeds.jpeg, { ...plain, orientation: 8, hasLocation: true }],
    ['JPEG with nonsense for an orientation', jpegFile(3, 2, exifSegment(exifBlock(9))), { orientation: 1 }],
    ['lossy WebP', seeds.webpLossy, { ...plain, type: 'image/webp', storedSize: { width: 300, height: 200 } }],
    ['lossless WebP', webpFile(webpLossless(300, 200, false)), { ...plain, storedSize: { width: 300, height: 200 } }],
    ['lossless WebP with alpha', webpFile(webpLossless(16384, 1, true)), { mayHaveAlpha: true }],
    ['extended WebP', seeds.webpExtended, { orientation: 5, animated: true, mayHaveAlpha: true, hasLocation: false }],
    ['GIF of one frame', gifFile(2, 1, [[1, 2]]), { type: 'image/gif', animated: false, mayHaveAlpha: true }],
    ['GIF of two frames', seeds.gif, { animated: true, storedSize: { width: 3, height: 1 } }],
    ['AVIF with alpha', avifWithAlpha, { ...plain, type: 'image/avif', mayHaveAlpha: true }],
    ['AVIF turned by its own boxes, not by EXIF', avifTurned, { ...plain, orientation: 5, hasLocation: true }],
  ])('%s', (_, bytes, expected) => expect(headerOf(bytes)).toMatchObject(expected));

  test('a JPEG turned by a quarter has its sides swapped for the user', () => {
    expect(seenSize(headerOf(seeds.jpeg))).toEqual({ width: 200, height: 300 });
    expect(seenSize(headerOf(avifTurned))).toEqual({ width: 4, height: 8 });
  });

  test('the first EXIF block of a JPEG counts', () => {
    const twice = jpegFile(3, 2, exifSegment(exifBlock(3)), exifSegment(exifBlock(6)));
    expect(headerOf(twice).orientation).toBe(3);
  });
});

describe('what is not opened', () => {
  test.each([
    ['SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['SVG', ascii('<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1"/>')],
    ['HEIC', joined([0, 0, 0, 24], ascii('ftypheic'), [0, 0, 0, 0], ascii('mif1heic'))],
    ['BMP', ascii('BM......')],
    ['TIFF', ascii('II*\0')],
    ['TIFF', ascii('MM\0*')],
    ['PDF', ascii('%PDF-1.7')],
  ])('%s is named', (format, bytes) => {
    expect(probe(Uint8Array.from(bytes))).toEqual({ kind: 'unsupported', format });
  });

  test.each(['', 'hello', '<!doctype html><title>404</title><svg></svg>', '{"error":"no"}', '\x89PN'])(
    '%j is no picture',
    (text) => expect(probe(Uint8Array.from(ascii(text)))).toEqual({ kind: 'not-an-image' }),
  );

  test.each([
    ['PNG of no width', pngFile(0, 5, 2)],
    ['JPEG without a frame', joined([0xff, 0xd8, 0xff, 0xe0, 0, 2], [0xff, 0xd9])],
    ['JPEG of no height', jpegFile(5, 0)],
    ['WebP of unknown chunks', webpFile(Uint8Array.from(ascii('ABCD\0\0\0\0')))],
    ['GIF of no width', gifFile(0, 1, [])],
  ])('%s is corrupt', (_, bytes) => expect(probe(bytes)).toEqual({ kind: 'corrupt' }));
});

describe('whatever the bytes', () => {
  const kinds = ['image', 'corrupt', 'unsupported', 'not-an-image'];
  const magics = [
    [],
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    [0xff, 0xd8, 0xff],
    [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBPVP8X')],
    ascii('GIF89a'),
    [0, 0, 0, 16, ...ascii('ftypavif'), 0, 0, 0, 0],
    ascii('<svg'),
  ];

  test('random bytes behind any magic give an answer', () => {
    const property = fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 300 }), (magic, rest) =>
      kinds.includes(probe(joined(magic, rest)).kind),
    );
    fc.assert(property, { numRuns: 20_000 });
  });

  test.each(Object.entries(seeds))('a %s with any few bytes changed gives an answer', (_, seed) => {
    const changes = fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    const property = fc.property(changes, (edits) => {
      const bytes = seed.slice();
      for (const [at, value] of edits) bytes[at] = value;
      return kinds.includes(probe(bytes).kind);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  test.each(Object.entries(seeds))('a %s cut at every byte gives an answer, and never another size', (_, seed) => {
    const { storedSize } = headerOf(seed);
    for (let length = 0; length < seed.length; length++) {
      const found = probe(seed.subarray(0, length));
      expect(kinds).toContain(found.kind);
      if (found.kind === 'image') expect(found.header.storedSize).toEqual(storedSize);
    }
  });

  test('40 MB of the smallest chunks are walked to their end', () => {
    const tiny = new Uint8Array(40 * 1024 * 1024);
    tiny.set(pngFile(3, 2, 2).subarray(0, 33));
    tiny.set(pngChunk('tRNS', []), tiny.length - 19);
    expect(headerOf(tiny).mayHaveAlpha).toBe(true);
  });
});
