import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { maskFromFlat } from '../document/tileMask.ts';
import { rect } from '../geometry/rect.ts';
import { framePicture } from './framePicture.ts';
import { areSame } from './fixtures/areSame.ts';
import { randomPixels } from './fixtures/randomPixels.ts';
import { pictureFromFlat } from './pictureBuilder.ts';
import { prepareFiles, type Preparation } from './prepareFiles.ts';
import { readRegion } from './tilePicture.ts';

const pngOf = async (file: Blob | null) => decode(new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)));

/** Two px: the left one is to be edited, the right one to be kept. */
const pair = { width: 2, height: 1 };
const picture = pictureFromFlat(pair, Uint8ClampedArray.of(10, 20, 30, 255, 40, 50, 60, 255));
const base: Preparation = {
  region: rect(0, 0, 2, 1),
  work: pair,
  size: pair,
  mask: maskFromFlat(pair, Uint8Array.of(255, 0)),
  form: { kind: 'grey', edit: 255, soft: false },
  grow: 0,
  invert: false,
  type: 'image/png',
};

describe('the mask in each encoding, for two px of which the left is edited', () => {
  test.each([
    ['white repaints', { kind: 'grey', edit: 255, soft: false }, false, [255, 0]],
    ['black repaints', { kind: 'grey', edit: 0, soft: false }, false, [0, 255]],
    ['inverted by setting', { kind: 'grey', edit: 255, soft: false }, true, [0, 255]],
  ] as const)('%s', async (_name, form, invert, expected) => {
    const files = await prepareFiles(picture, { ...base, form, invert });
    const mask = await pngOf(files.mask);
    expect([mask.channels, ...mask.data]).toEqual([1, ...expected]);
    const image = await pngOf(files.image);
    expect([image.channels, ...image.data]).toEqual([3, 10, 20, 30, 40, 50, 60]);
  });

  test('a mask of its own that is transparent where it repaints', async () => {
    const files = await prepareFiles(picture, { ...base, form: { kind: 'alpha-mask' } });
    const mask = await pngOf(files.mask);
    expect([mask.channels, mask.data[3], mask.data[7]]).toEqual([4, 0, 255]);
  });

  test('in the image itself, whose colours stay', async () => {
    const { image, mask } = await prepareFiles(picture, { ...base, form: { kind: 'image-alpha' } });
    expect(mask).toBeNull();
    expect([...(await pngOf(image)).data]).toEqual([10, 20, 30, 0, 40, 50, 60, 255]);
  });

  test('none', async () => {
    expect((await prepareFiles(picture, { ...base, form: { kind: 'none' } })).mask).toBeNull();
  });
});

test('a crop is sent px by px, padding repeats the edge and is kept', async () => {
  const size = { width: 90, height: 70 };
  const noise = randomPixels(size, 5, false);
  const region = rect(13, 7, 50, 40);
  const sent = { width: 64, height: 64 };
  const mask = maskFromFlat(size, new Uint8Array(90 * 70).fill(255));
  const files = await prepareFiles(pictureFromFlat(size, noise), { ...base, region, work: region, size: sent, mask });
  const image = await pngOf(files.image);
  const cover = await pngOf(files.mask);
  expect([image.width, image.height, cover.width, cover.height]).toEqual([64, 64, 64, 64]);
  for (const [x, y] of [
    [0, 0],
    [49, 39],
    [60, 10],
    [5, 63],
    [63, 63],
  ] as const) {
    const from = ((7 + Math.min(y, 39)) * 90 + 13 + Math.min(x, 49)) * 4;
    expect([...image.data.subarray((y * 64 + x) * 3, (y * 64 + x) * 3 + 3)]).toEqual([
      ...noise.subarray(from, from + 3),
    ]);
    expect(cover.data[y * 64 + x]).toBe(x < 50 && y < 40 ? 255 : 0);
  }
});

test('a file holds pixels and nothing else', async () => {
  const { image } = await prepareFiles(picture, base);
  const bytes = new Uint8Array(await image.arrayBuffer());
  const names: string[] = [];
  for (let at = 8; at < bytes.length;) {
    const view = new DataView(bytes.buffer, at);
    names.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
    at += view.getUint32(0) + 12;
  }
  expect([...new Set(names)]).toEqual(['IHDR', 'IDAT', 'IEND']);
});

test('a frame beyond the picture: the source is where it was, the band is made from its edge', async () => {
  const size = { width: 300, height: 280 };
  const flat = new Uint8ClampedArray(300 * 280 * 4).map((_, at) => [180, 90, 40, 255][at % 4] ?? 0);
  const framed = framePicture(pictureFromFlat(size, flat), rect(-100, -20, 500, 300));
  expect(framed).toMatchObject({ size: { width: 500, height: 300 }, hasAlpha: true });
  expect(areSame(readRegion(framed, rect(100, 20, 300, 280)), flat)).toBe(true);
  expect(readRegion(framed, rect(0, 0, 100, 300)).every((value) => value === 0)).toBe(true);
  const whole = rect(0, 0, 500, 300);
  const mask = maskFromFlat(framed.size, new Uint8Array(500 * 300));
  const { image } = await prepareFiles(framed, { ...base, region: whole, work: whole, size: whole, mask });
  const { data, channels } = await pngOf(image);
  expect(channels).toBe(3);
  const away = Array.from(data, (value, at) => Math.abs(value - ([180, 90, 40][at % 3] ?? 0)));
  expect(away.reduce((most, each) => Math.max(most, each), 0)).toBeLessThanOrEqual(3);
});
