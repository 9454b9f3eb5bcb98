import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { flattenMask, maskFromFlat } from '../document/tileMask.ts';
import { rect, rectOfSize } from '../geometry/rect.ts';
import { decodeMask } from './decodeMask.ts';
import { encodeMask } from './encodeMask.ts';
import { areSame } from './fixtures/areSame.ts';
import { randomPixels } from './fixtures/randomPixels.ts';

const size = { width: 520, height: 300 };

describe('a mask file', () => {
  test('of our own comes back byte for byte', async () => {
    const coverage = Uint8Array.from(randomPixels(size, 1, true).filter((_, at) => at % 4 === 3));
    coverage.fill(0, 0, 520 * 100);
    const mask = maskFromFlat(size, coverage);
    const found = await decodeMask(await encodeMask(mask, rectOfSize(size)), size);
    expect(found).toMatchObject({ resizedFrom: null, from: 'luminance' });
    expect(areSame(flattenMask(found.mask, rectOfSize(size)), coverage)).toBe(true);
    expect([...found.mask.tiles.keys()]).toEqual([...mask.tiles.keys()]);
  });

  test('over a frame beyond the picture is black there and as large as the frame', async () => {
    const mask = maskFromFlat({ width: 2, height: 2 }, Uint8Array.of(255, 10, 20, 30));
    const { mask: found } = await decodeMask(await encodeMask(mask, rect(-1, -1, 4, 3)), { width: 4, height: 3 });
    expect([...flattenMask(found, rect(0, 0, 4, 3))]).toEqual([0, 0, 0, 0, 0, 255, 10, 0, 0, 20, 30, 0]);
  });

  test('whose transparency is the mask is read by alpha', async () => {
    const pixels = new Uint8Array(4 * 2 * 4);
    for (let at = 0; at < 8; at++) pixels[at * 4 + 3] = at * 30;
    const file = new Blob([new Uint8Array(encode({ width: 4, height: 2, channels: 4, data: pixels }))]);
    const { mask, from } = await decodeMask(file, { width: 4, height: 2 });
    expect(from).toBe('alpha');
    expect([...flattenMask(mask, rect(0, 0, 4, 2))]).toEqual([255, 225, 195, 165, 135, 105, 75, 45]);
  });

  test('of another size is fitted, and its own size told', async () => {
    const hard = maskFromFlat({ width: 2, height: 2 }, Uint8Array.of(255, 0, 0, 255));
    const found = await decodeMask(await encodeMask(hard, rect(0, 0, 2, 2)), { width: 4, height: 2 });
    expect(found.resizedFrom).toEqual({ width: 2, height: 2 });
    expect([...flattenMask(found.mask, rect(0, 0, 4, 2))]).toEqual([255, 255, 0, 0, 0, 0, 255, 255]);
  });

  test('that is no picture is refused', async () => {
    await expect(decodeMask(new Blob(['no']), size)).rejects.toMatchObject({ kind: 'not-an-image' });
  });
});
