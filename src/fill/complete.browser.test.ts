import { expect, test } from 'vitest';
import { complete } from './complete.ts';
import { hashOf } from './fixtures/hashOf.ts';
import { meadow } from './fixtures/meadow.ts';
import { meadowHash } from './fixtures/meadowHash.ts';
import { loadKernels } from './kernels/loadKernels.ts';
import { scalarKernels } from './kernels/scalarKernels.ts';

test('the browser takes the SIMD kernels and gets the bytes that Node gets, with either kernels', async () => {
  const kernels = await loadKernels();
  expect(kernels.name).toBe('wasm');
  expect(await hashOf(complete(meadow(), { kernels }).pixels)).toBe(meadowHash);
  expect(await hashOf(complete(meadow(), { kernels: scalarKernels }).pixels)).toBe(meadowHash);
});
