import { expect, test } from 'vitest';
import { formatCount } from './formatCount.ts';
import { formatPercent } from './formatPercent.ts';
import { formatSeconds } from './formatSeconds.ts';

test('thousands are parted by narrow no-break spaces', () => {
  expect(formatCount(8912304)).toBe('8\u202f912\u202f304');
  expect(formatCount(0)).toBe('0');
  expect(formatCount(999)).toBe('999');
});

test('percentages', () => {
  expect(formatPercent(0.256)).toBe('26\u202f%');
  expect(formatPercent(0.0829, 1)).toBe('8.3\u202f%');
  expect(formatPercent(0.0001, 1)).toBe('<\u202f0.1\u202f%');
  expect(formatPercent(0, 1)).toBe('0\u202f%');
  expect(formatPercent(32)).toBe('3200\u202f%');
});

test('times', () => {
  expect(formatSeconds(1449)).toBe('1.4\u202fs');
  expect(formatSeconds(65_000)).toBe('1\u202fmin 5\u202fs');
  expect(formatSeconds(119_700)).toBe('2\u202fmin 0\u202fs');
});
