import fc from 'fast-check';
import { expect, test } from 'vitest';
import { area } from '../geometry/size.ts';
import type { SizeRules } from '../providers/contract.ts';
import { fitSize } from './fitSize.ts';

const holySheep: SizeRules = { maxSide: 4096 };
const aiThriving: SizeRules = { minSide: 64, minPixels: 4096, maxPixels: 9_437_184 };
const appyPie: SizeRules = { minSide: 256, maxSide: 2048, multipleOf: 64 };
const imagePipeline: SizeRules = { minSide: 512, maxSide: 1536, multipleOf: 8 };

test.each([
  ['1:1 where it can be', [3000, 2000], holySheep, [3000, 2000], [3000, 2000]],
  ['reduced to the longest side', [6000, 4000], holySheep, [4096, 2730], [4096, 2730]],
  ['reduced to the most px', [4000, 3000], aiThriving, [3547, 2660], [3547, 2660]],
  ['enlarged to the shortest side', [40, 20], aiThriving, [128, 64], [128, 64]],
  ['padded to a multiple, 1:1', [1000, 700], appyPie, [1000, 700], [1024, 704]],
  ['a multiple just under the maximum', [2040, 2040], appyPie, [2040, 2040], [2048, 2048]],
  ['enlarged and padded', [300, 201], imagePipeline, [765, 512], [768, 512]],
  ['an extreme ratio: large as it may be, its short side padded', [4000, 100], imagePipeline, [1536, 38], [1536, 512]],
  [
    'a fixed list: the closest ratio',
    [3000, 2000],
    {
      fixed: [
        { width: 1024, height: 1024 },
        { width: 1536, height: 1024 },
      ],
    },
    [1536, 1024],
    [1536, 1024],
  ],
  [
    'a fixed list: fitted inside and padded',
    [1000, 900],
    {
      fixed: [
        { width: 1024, height: 1024 },
        { width: 1536, height: 1024 },
      ],
    },
    [1024, 922],
    [1024, 1024],
  ],
  ['a ratio out of range is padded', [3000, 1000], { aspect: { min: 0.4, max: 2.5 } }, [3000, 1000], [3000, 1200]],
] as const)('%s', (_name, [width, height], rules, [workWidth, workHeight], [sentWidth, sentHeight]) => {
  const fit = fitSize({ width, height }, rules);
  expect([fit?.work.width, fit?.work.height]).toEqual([workWidth, workHeight]);
  expect([fit?.size.width, fit?.size.height]).toEqual([sentWidth, sentHeight]);
});

const side = fc.integer({ min: 1, max: 9000 });
const region = fc.record({ width: side, height: side });
const rules = fc.constantFrom(
  holySheep,
  aiThriving,
  appyPie,
  imagePipeline,
  { multipleOf: 64 },
  { minSide: 100, maxSide: 100 },
  { aspect: { min: 0.4, max: 2.5 }, maxPixels: 9_437_184, minPixels: 4096 },
);

test('every size that is sent obeys every rule, and holds what is worked on', () => {
  fc.assert(
    fc.property(region, rules, (from, all) => {
      const fit = fitSize(from, all);
      expect(fit).not.toBeNull();
      if (!fit) return;
      const { size, work, scale } = fit;
      const limits: SizeRules = all;
      expect((size.width % (limits.multipleOf ?? 1)) + (size.height % (limits.multipleOf ?? 1))).toBe(0);
      expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(limits.minSide ?? 1);
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(limits.maxSide ?? Infinity);
      expect(area(size)).toBeGreaterThanOrEqual(limits.minPixels ?? 1);
      expect(area(size)).toBeLessThanOrEqual(limits.maxPixels ?? Infinity);
      if (limits.aspect) {
        expect(size.width / size.height).toBeGreaterThanOrEqual(limits.aspect.min);
        expect(size.width / size.height).toBeLessThanOrEqual(limits.aspect.max);
      }
      expect(work.width).toBeLessThanOrEqual(size.width);
      expect(work.height).toBeLessThanOrEqual(size.height);
      if (scale === 1) expect(work).toEqual(from);
      // Rounding moves a side by less than one px.
      expect(Math.abs(work.width - from.width * scale)).toBeLessThan(1.001);
      expect(Math.abs(work.height - from.height * scale)).toBeLessThan(1.001);
    }),
    { numRuns: 500 },
  );
});

test('rules that contradict each other are found', () => {
  expect(fitSize({ width: 300, height: 300 }, { minSide: 500, maxSide: 400 })).toBeNull();
});

test('a limit on the scale is kept', () => {
  expect(fitSize({ width: 1000, height: 1000 }, {}, 0.85)?.work).toEqual({ width: 850, height: 850 });
});
