import { describe, expect, test } from 'vitest';
import { maskFromFlat } from '../document/tileMask.ts';
import { rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { areSame } from './fixtures/areSame.ts';
import type { Pixels } from './locateSent.ts';
import { pictureFromFlat } from './pictureBuilder.ts';
import { sentPixels } from './prepareFiles.ts';
import { ReceiveError } from './receiveError.ts';
import { receivePixels, type Reception } from './receivePixels.ts';
import { resample } from './resample.ts';

/** Something that can be found again: shapes of several sizes, no repetition. */
const scene = (size: Size, shift = 0): Uint8ClampedArray<ArrayBuffer> => {
  const flat = new Uint8ClampedArray(size.width * size.height * 4);
  for (let at = 0; at < size.width * size.height; at++) {
    const [x, y] = [(at % size.width) + shift, Math.floor(at / size.width)];
    flat[at * 4] = 128 + 90 * Math.sin(x / 37 + y / 91) + 30 * Math.sin((x * y) / 4000);
    flat[at * 4 + 1] = 128 + 100 * Math.cos(y / 53 - x / 200);
    flat[at * 4 + 2] = ((x >> 5) ^ (y >> 6)) & 1 ? 220 : 40;
    flat[at * 4 + 3] = 255;
  }
  return flat;
};

const size = { width: 400, height: 300 };
const picture = pictureFromFlat(size, scene(size));
const coverage = new Uint8Array(400 * 300).map((_, at) =>
  at % 400 >= 150 && at % 400 < 250 && at > 40_000 && at < 80_000 ? 255 : 0,
);
const mask = maskFromFlat(size, coverage);
const whole = rect(0, 0, 400, 300);
const reception: Reception = {
  region: whole,
  work: size,
  size,
  sentAt: { x: 0, y: 0 },
  expected: size,
  take: whole,
  target: whole,
  verifyPlacement: false,
  mask,
  keepAlpha: null,
};

const fails = (answer: Pixels, of: Reception): string => {
  try {
    receivePixels(picture, answer, of);
  } catch (error) {
    if (error instanceof ReceiveError) return error.kind;
    throw error;
  }
  return 'received';
};

describe('an answer of the expected size', () => {
  test('comes through byte for byte, and what was changed outside the mask is counted', () => {
    const rgba = scene(size);
    for (let x = 0; x < 400; x++) rgba[(10 * 400 + x) * 4] = (rgba[(10 * 400 + x) * 4] ?? 0) ^ 1;
    const { pixels, raw, resizedFrom } = receivePixels(picture, { size, rgba }, reception);
    expect(areSame(pixels, rgba)).toBe(true);
    const painted = coverage.filter((value) => value > 0).length;
    expect(raw).toEqual({ protectedPixels: 400 * 300 - painted, changedPixels: 400 });
    expect(resizedFrom).toBeNull();
  });

  test('padding is cut off exactly', () => {
    const region = rect(20, 10, 350, 250);
    const padded: Reception = {
      ...reception,
      region,
      work: region,
      size: { width: 384, height: 256 },
      expected: { width: 384, height: 256 },
      take: rect(0, 0, 350, 250),
      target: region,
    };
    const rgba = sentPixels(picture, padded);
    const { pixels, raw } = receivePixels(picture, { size: padded.size, rgba }, padded);
    const flat = scene(size);
    const expected = resample(flat, size, region, region);
    expect(areSame(pixels, expected)).toBe(true);
    expect(raw.changedPixels).toBe(0);
  });
});

describe('an answer of another size', () => {
  test('of the same ratio is resampled', () => {
    const half = { width: 200, height: 150 };
    const rgba = resample(scene(size), size, whole, half);
    const { pixels, resizedFrom } = receivePixels(picture, { size: half, rgba }, reception);
    expect(pixels.length).toBe(400 * 300 * 4);
    expect(resizedFrom).toEqual(half);
  });

  test('squeezed into a square is stretched back', () => {
    const square = { width: 256, height: 256 };
    const rgba = resample(scene(size), size, whole, square);
    const { pixels } = receivePixels(picture, { size: square, rgba }, reception);
    const flat = scene(size);
    const mean = pixels.reduce((sum, value, at) => sum + Math.abs(value - (flat[at] ?? 0)), 0) / pixels.length;
    expect(mean).toBeLessThan(8);
  });

  test('with the picture somewhere inside is found', () => {
    const larger = { width: 520, height: 300 };
    const rgba = new Uint8ClampedArray(520 * 300 * 4).fill(255);
    const flat = scene(size);
    for (let y = 0; y < 300; y++) rgba.set(flat.subarray(y * 1600, (y + 1) * 1600), (y * 520 + 77) * 4);
    const { pixels, raw } = receivePixels(picture, { size: larger, rgba }, reception);
    expect(areSame(pixels, flat)).toBe(true);
    expect(raw.changedPixels).toBe(0);
  });

  test('that shows something else is refused', () => {
    const rgba = new Uint8ClampedArray(256 * 256 * 4).map((_, at) => (at % 4 === 3 ? 255 : (at * 7919) & 255));
    expect(fails({ size: { width: 256, height: 256 }, rgba }, reception)).toBe('wrong-size');
  });
});

describe('an expansion', () => {
  const grown = { width: 600, height: 400 };
  const frame = pictureFromFlat(grown, new Uint8ClampedArray(600 * 400 * 4));
  const expansion: Reception = {
    ...reception,
    sentAt: { x: 100, y: 50 },
    expected: grown,
    take: rect(0, 0, 600, 400),
    target: rect(0, 0, 600, 400),
    verifyPlacement: true,
    region: rect(100, 50, 400, 300),
    mask: maskFromFlat(
      grown,
      new Uint8Array(600 * 400).map((_, at) => (at % 600 < 100 || at % 600 >= 500 ? 255 : 0)),
    ),
  };
  const known = scene(size);
  const canvas = pictureFromFlat(
    grown,
    new Uint8ClampedArray(600 * 400 * 4).map((_, at) => {
      const [x, y] = [Math.floor(at / 4) % 600, Math.floor(at / 2400)];
      const inside = x >= 100 && x < 500 && y >= 50 && y < 350;
      return inside ? (known[((y - 50) * 400 + x - 100) * 4 + (at % 4)] ?? 0) : 0;
    }),
  );
  /** An answer that has the picture at `left`, `top`. */
  const answerAt = (left: number, top: number): Pixels => {
    const rgba = new Uint8ClampedArray(600 * 400 * 4).fill(255);
    for (let y = 0; y < 300; y++) rgba.set(known.subarray(y * 1600, (y + 1) * 1600), ((y + top) * 600 + left) * 4);
    return { size: grown, rgba };
  };

  test('with the picture where it should be is taken as it is', () => {
    const answer = answerAt(100, 50);
    expect(areSame(receivePixels(canvas, answer, expansion).pixels, answer.rgba)).toBe(true);
  });

  test('with the picture elsewhere is moved, or refused where a part would be missing', () => {
    const moved = answerAt(103, 52);
    const { pixels } = receivePixels(canvas, moved, expansion);
    for (const [x, y] of [
      [100, 50],
      [300, 200],
      [499, 349],
    ] as const)
      expect([...pixels.subarray((y * 600 + x) * 4, (y * 600 + x) * 4 + 3)]).toEqual([
        ...known.subarray(((y - 50) * 400 + x - 100) * 4, ((y - 50) * 400 + x - 100) * 4 + 3),
      ]);
    expect(() => receivePixels(canvas, answerAt(0, 0), expansion)).toThrow(ReceiveError);
    expect(() => receivePixels(canvas, { size: grown, rgba: scene(grown, 900) }, expansion)).toThrow('should be');
    expect(frame.size).toEqual(grown);
  });
});

test('what was cut out stays cut out, unless all of the mask was invisible', () => {
  const cut = scene(size);
  for (let at = 3; at < cut.length; at += 4) if (Math.floor(at / 4) % 400 >= 200) cut[at] = 0;
  const answer = { size, rgba: scene(size) };
  const kept = receivePixels(pictureFromFlat(size, cut), answer, { ...reception, keepAlpha: whole }).pixels;
  expect([kept[(200 * 400 + 199) * 4 + 3], kept[(200 * 400 + 200) * 4 + 3]]).toEqual([255, 0]);
  const nothing = pictureFromFlat(size, new Uint8ClampedArray(400 * 300 * 4));
  const fresh = receivePixels(nothing, answer, { ...reception, keepAlpha: whole }).pixels;
  expect(fresh[(200 * 400 + 200) * 4 + 3]).toBe(255);
});
