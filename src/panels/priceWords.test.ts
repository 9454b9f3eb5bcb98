import { expect, test } from 'vitest';
import { priceWords } from './priceWords.ts';

const estimate = (unit: 'USD' | 'credits', low: number, high: number) =>
  priceWords({ kind: 'estimate', unit, low, high, basis: '' });

test.each([
  [priceWords({ kind: 'free' }), 'Free, on this computer'],
  [priceWords({ kind: 'unknown', basis: '' }), 'Price unknown'],
  [estimate('credits', 6, 6), '6 credits'],
  [estimate('credits', 1, 1), '1 credit'],
  [estimate('credits', 6, 24), '6 to 24 credits'],
  [estimate('USD', 0.08, 0.96), '$0.08 to $0.96'],
  [estimate('USD', 0.1, 0.1), '$0.10'],
  [estimate('USD', 0.004, 0.004), '$0.004'],
  [estimate('USD', 0, 0.08), '$0.00 to $0.08'],
])('%s', (words, expected) => expect(words).toBe(expected));
