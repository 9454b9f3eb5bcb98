import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenMask, maskFromFlat, type TileMask } from '../document/tileMask.ts';
import { rect, rectOfSize } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { countChanged } from './countChanged.ts';
import { areSame } from './fixtures/areSame.ts';
import { numbersFrom, randomPixels } from './fixtures/randomPixels.ts';
import { pasteBack } from './pasteBack.ts';
import { pictureFromFlat } from './pictureBuilder.ts';
import { readRegion } from './tilePicture.ts';

/** Blobs of coverage, some of it partial, over about a third of the picture. */
const blobMask = (size: Size, seed: number): TileMask => {
  const next = numbersFrom(seed);
  const flat = new Uint8Array(size.width * size.height);
  for (let blob = 0; blob < 4; blob++) {
    const x = next() % size.width;
    const y = next() % size.height;
    const radius = 1 + (next() % Math.ceil(Math.max(size.width, size.height) / 5));
    const coverage = next() % 2 ? 255 : 1 + (next() % 255);
    for (let at = 0; at < flat.length; at++)
      if (Math.hypot((at % size.width) - x, Math.floor(at / size.width) - y) < radius) flat[at] = coverage;
  }
  return maskFromFlat(size, flat);
};

describe('pasting back', () => {
  test('never changes a byte where the mask is 0, whatever mask, feather, region and transparency', () => {
    const anyCase = fc.record({
      width: fc.integer({ min: 1, max: 320 }),
      height: fc.integer({ min: 1, max: 300 }),
      seed: fc.integer({ min: 1, max: 1e9 }),
      feather: fc.double({ min: 0, max: 50, noNaN: true }),
      alpha: fc.boolean(),
      shift: fc.integer({ min: -30, max: 30 }),
    });
    const property = fc.property(anyCase, ({ width, height, seed, feather, alpha, shift }) => {
      const size = { width, height };
      const before = randomPixels(size, seed, alpha);
      const source = pictureFromFlat(size, before);
      const mask = blobMask(size, seed);
      const region = rect(shift, -shift, width + 5, height);
      const patch = { region, pixels: randomPixels(region, seed + 1, alpha) };
      const { picture, proof, changed } = pasteBack(source, patch, mask, feather);
      const after = readRegion(picture, rectOfSize(size));
      const coverage = flattenMask(mask, rectOfSize(size));
      let protectedPixels = 0;
      for (let at = 0; at < coverage.length; at++) {
        const x = at % width;
        const y = Math.floor(at / width);
        const isSame = [0, 1, 2, 3].every((channel) => after[at * 4 + channel] === before[at * 4 + channel]);
        const mayDiffer =
          x >= changed.x && y >= changed.y && x < changed.x + changed.width && y < changed.y + changed.height;
        if (coverage[at] === 0) protectedPixels++;
        if ((coverage[at] === 0 || !mayDiffer) && !isSame) return false;
      }
      return proof.changedPixels === 0 && proof.protectedPixels === protectedPixels;
    });
    fc.assert(property, { numRuns: 120 });
  });

  test('without feather the masked pixels are the candidate, byte for byte', () => {
    const size = { width: 290, height: 270 };
    const mask = maskFromFlat(
      size,
      new Uint8Array(size.width * size.height).map((_, at) => (at % 7 < 3 ? 255 : 0)),
    );
    const before = randomPixels(size, 3, true);
    const candidate = randomPixels(size, 4, true);
    const patch = { region: rectOfSize(size), pixels: candidate };
    const { picture } = pasteBack(pictureFromFlat(size, before), patch, mask, 0);
    const wanted = before.map((value, at) => (Math.floor(at / 4) % 7 < 3 ? (candidate[at] ?? 0) : value));
    expect(areSame(readRegion(picture, rectOfSize(size)), wanted)).toBe(true);
  });

  test('shares every tile that the mask does not touch', () => {
    const size = { width: 700, height: 600 };
    const source = pictureFromFlat(size, randomPixels(size, 5, false));
    const flat = new Uint8Array(size.width * size.height);
    flat.fill(255, 300 * 700 + 300, 300 * 700 + 310);
    const patch = { region: rect(290, 290, 40, 40), pixels: randomPixels({ width: 40, height: 40 }, 6, false) };
    const { picture, changed } = pasteBack(source, patch, maskFromFlat(size, flat), 8);
    const rewritten = [...picture.tiles].filter(([key, tile]) => source.tiles.get(key) !== tile).map(([key]) => key);
    expect(rewritten).toEqual([4]);
    expect(changed).toEqual(rect(300, 300, 10, 1));
    expect(source.tiles.size).toBe(9);
  });

  test('tells when a candidate brought transparency', () => {
    const size = { width: 20, height: 20 };
    const source = pictureFromFlat(size, randomPixels(size, 7, false));
    const mask = maskFromFlat(size, new Uint8Array(400).fill(255));
    const opaque = { region: rectOfSize(size), pixels: randomPixels(size, 8, false) };
    const clear = { region: rectOfSize(size), pixels: new Uint8ClampedArray(1600) };
    expect(pasteBack(source, opaque, mask, 4).picture.hasAlpha).toBe(false);
    expect(pasteBack(source, clear, mask, 4).picture.hasAlpha).toBe(true);
  });

  test('an empty mask changes nothing and says so', () => {
    const size = { width: 20, height: 20 };
    const source = pictureFromFlat(size, randomPixels(size, 9, false));
    const patch = { region: rectOfSize(size), pixels: randomPixels(size, 10, false) };
    const { changed, proof } = pasteBack(source, patch, maskFromFlat(size, new Uint8Array(400)), 4);
    expect(changed).toEqual(rect(0, 0, 0, 0));
    expect(proof).toEqual({ protectedPixels: 400, changedPixels: 0 });
  });

  test('refuses a mask of another size and pixels that do not fill their region', () => {
    const size = { width: 20, height: 20 };
    const source = pictureFromFlat(size, randomPixels(size, 9, false));
    const other = maskFromFlat({ width: 21, height: 20 }, new Uint8Array(420));
    const patch = { region: rectOfSize(size), pixels: randomPixels(size, 10, false) };
    expect(() => pasteBack(source, patch, other, 0)).toThrow('The mask has not the size of the picture.');
    const short = { region: rectOfSize(size), pixels: new Uint8ClampedArray(4) };
    expect(() => pasteBack(source, short, maskFromFlat(size, new Uint8Array(400)), 0)).toThrow('do not fill');
  });
});

test('the proof finds a single changed byte, also of an invisible pixel', () => {
  const size = { width: 300, height: 20 };
  const pixels = randomPixels(size, 11, true);
  const mask = maskFromFlat(
    size,
    new Uint8Array(6000).map((_, at) => (at < 10 ? 9 : 0)),
  );
  const touched = pixels.slice();
  touched[4 * 5000] = (pixels[4 * 5000] ?? 0) ^ 1;
  touched[4 * 3] = (pixels[4 * 3] ?? 0) ^ 1;
  const proof = countChanged(pictureFromFlat(size, pixels), pictureFromFlat(size, touched), mask);
  expect(proof).toEqual({ protectedPixels: 5990, changedPixels: 1 });
});
