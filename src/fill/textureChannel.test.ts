import { expect, test } from 'vitest';
import { fillJobOf } from './fixtures/fillJobOf.ts';
import { noise } from './fixtures/noise.ts';
import { prepare } from './fixtures/prepare.ts';
import { textureChannel } from './textureChannel.ts';
import { levelOf } from './workspace.ts';

test('flat parts have no texture, rough ones have, and the hole keeps 0', () => {
  const job = fillJobOf(
    128,
    64,
    (x, y) => (x < 64 ? [90, 90, 90] : [noise(x, y) >> 2, noise(x, y) >> 2, noise(x, y) >> 2]),
    (x, y) => x > 56 && x < 72 && y > 20 && y < 40,
  );
  const workspace = prepare(job);
  textureChannel(workspace);
  const { pixels } = levelOf(workspace, 0);
  const textureAt = (x: number, y: number) => workspace.memory.bytes[pixels + 4 * (y * 128 + x) + 3] ?? -1;
  for (let y = 0; y < 64; y++) {
    expect(textureAt(4, y)).toBe(0);
    expect(textureAt(120, y)).toBeGreaterThan(60);
  }
  expect(textureAt(64, 30)).toBe(0);
});
