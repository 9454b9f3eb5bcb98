import { readFileSync, statSync } from 'node:fs';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { samples } from '../src/app/samples.ts';

const file = (/** @type {string} */ address) => new URL(`../public${address}`, import.meta.url);

/** Width and height from a JPEG's frame header. */
function jpegSize(/** @type {Buffer} */ bytes) {
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker === 0xffc0 || marker === 0xffc2)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
  }
  throw new Error('no frame header');
}

test.each(samples)('$id: picture, mask and thumbnail fit together and are small', (sample) => {
  const size = { width: sample.width, height: sample.height };
  expect(jpegSize(readFileSync(file(sample.picture)))).toEqual(size);
  expect(statSync(file(sample.picture)).size).toBeLessThanOrEqual(400_000);

  const mask = decode(readFileSync(file(sample.mask)));
  expect(mask).toMatchObject({ ...size, channels: 1, depth: 8 });
  const covered = mask.data.filter((value) => value > 0).length / mask.data.length;
  expect(covered).toBeGreaterThan(0.001);
  expect(covered).toBeLessThan(0.3);

  const thumbnail = jpegSize(readFileSync(file(sample.thumbnail)));
  expect(thumbnail).toEqual({ width: 320, height: Math.round((320 * size.height) / size.width) });
});
