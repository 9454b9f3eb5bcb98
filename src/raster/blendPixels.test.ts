import { expect, test } from 'vitest';
import { blendPixels } from './blendPixels.ts';

const blended = (source: number[], candidate: number[], strength: number): number[] => {
  const into = Uint8ClampedArray.from(source);
  blendPixels(into, 0, Uint8ClampedArray.from(candidate), 0, Uint8Array.of(strength));
  return [...into];
};

test('at 0 the source stays, at 255 the candidate comes, byte for byte', () => {
  expect(blended([9, 8, 7, 0], [1, 2, 3, 0], 0)).toEqual([9, 8, 7, 0]);
  expect(blended([9, 8, 7, 0], [1, 2, 3, 0], 255)).toEqual([1, 2, 3, 0]);
  expect(blended([9, 8, 7, 200], [1, 2, 3, 77], 255)).toEqual([1, 2, 3, 77]);
});

test('between, opaque colours mix evenly', () => {
  expect(blended([0, 100, 255, 255], [255, 200, 0, 255], 51)).toEqual([51, 120, 204, 255]);
});

test('an invisible pixel lends no colour, only its share of transparency', () => {
  expect(blended([200, 100, 50, 255], [0, 0, 0, 0], 51)).toEqual([200, 100, 50, 204]);
  expect(blended([0, 0, 0, 0], [200, 100, 50, 255], 51)).toEqual([200, 100, 50, 51]);
});

test('two invisible pixels leave the source as it is', () => {
  expect(blended([5, 6, 7, 0], [90, 90, 90, 0], 128)).toEqual([5, 6, 7, 0]);
});
