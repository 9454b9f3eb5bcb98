import { describe, expect, test } from 'vitest';
import { resizePlane } from './resizePlane.ts';

describe('a plane at another size', () => {
  test('stays only 0 and 255 where it was, each place taking the nearest', () => {
    const plane = Uint8Array.of(0, 255, 255, 0);
    expect([...resizePlane(plane, { width: 2, height: 2 }, { width: 4, height: 2 })]).toEqual([
      0, 0, 255, 255, 255, 255, 0, 0,
    ]);
    const odd = resizePlane(plane, { width: 2, height: 2 }, { width: 7, height: 5 });
    expect(odd.every((value) => value === 0 || value === 255)).toBe(true);
  });

  test('with greys blends between neighbours when enlarged', () => {
    const plane = Uint8Array.of(0, 100);
    expect([...resizePlane(plane, { width: 2, height: 1 }, { width: 4, height: 1 })]).toEqual([0, 25, 75, 100]);
  });

  test('with greys keeps its mean when reduced', () => {
    const plane = Uint8Array.from({ length: 90 * 60 }, (_, at) => (at % 90) * 2);
    const reduced = resizePlane(plane, { width: 90, height: 60 }, { width: 30, height: 20 });
    const mean = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(reduced) - mean(plane))).toBeLessThan(1);
  });
});
