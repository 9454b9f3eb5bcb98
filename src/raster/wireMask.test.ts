import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskFromFlat } from '../document/tileMask.ts';
import { rect, rectOfSize } from '../geometry/rect.ts';
import { wireMask } from './wireMask.ts';

const size = { width: 300, height: 200 };
const whole = rectOfSize(size);
const plain = { region: whole, work: size, size, soft: false, grow: 0 };

/** A vertical line at x = 100, `value` strong, 3 px wide, and a px of 128 at (10, 10). */
const line = (value: number) =>
  maskFromFlat(
    size,
    new Uint8Array(300 * 200).map((_, at) => (Math.abs((at % 300) - 100) <= 1 ? value : at === 3010 ? 128 : 0)),
  );

test('without greys it is cut at 128, with greys it stays', () => {
  expect(wireMask(line(127), plain).reduce((sum, value) => sum + value, 0)).toBe(255);
  expect(wireMask(line(127), { ...plain, soft: true })[100]).toBe(127);
  expect(wireMask(line(255), plain).filter((value) => value === 255).length).toBe(601);
});

test('reduced without greys, not even a single px gets lost', () => {
  const work = { width: 60, height: 40 };
  const reduced = wireMask(line(255), { ...plain, work, size: work });
  expect(reduced[2 * 60 + 2]).toBe(255);
  expect(reduced.filter((value, at) => value === 255 && at % 60 === 20).length).toBe(40);
  expect(reduced.every((value) => value === 0 || value === 255)).toBe(true);
});

test('grown by n px, also by what lies beyond the region', () => {
  const region = rect(103, 50, 20, 20);
  const grown = wireMask(line(255), { region, work: region, size: region, soft: false, grow: 5 });
  // Painted up to x = 101: 106 is reached, 107 is not.
  expect([...grown.subarray(0, 5)]).toEqual([255, 255, 255, 255, 0]);
});

test('padding is kept', () => {
  const padded = wireMask(maskFromFlat(size, new Uint8Array(300 * 200).fill(255)), {
    ...plain,
    size: { width: 320, height: 256 },
  });
  expect(padded.length).toBe(320 * 256);
  expect([padded[299], padded[300], padded[199 * 320 + 299], padded[200 * 320]]).toEqual([255, 0, 255, 0]);
});

test('sent at the size of its region, every px is the mask’s own, at any place', () => {
  const mask = line(200);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 0, max: 180 }), (x, y) => {
      const region = rect(x, y, 20, 20);
      const sent = wireMask(mask, { region, work: region, size: region, soft: true, grow: 0 });
      sent.forEach((value, at) => {
        const [px, py] = [x + (at % 20), y + Math.floor(at / 20)];
        expect(value).toBe(Math.abs(px - 100) <= 1 ? 200 : px === 10 && py === 10 ? 128 : 0);
      });
    }),
    { numRuns: 30 },
  );
});
