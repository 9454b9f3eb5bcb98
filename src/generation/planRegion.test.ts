import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsRect, rect, rectOfSize } from '../geometry/rect.ts';
import { capabilityOf } from './fixtures/capabilityOf.ts';
import { cropRegion, planRegion } from './planRegion.ts';

const picture = { width: 4000, height: 3000 };

test.each([
  ['a small mask gets 64 px around it', rect(1000, 1000, 100, 80), {}, rect(936, 936, 228, 208)],
  ['a large one a quarter of its longer side', rect(1000, 1000, 800, 400), {}, rect(800, 800, 1200, 800)],
  ['at the left edge the surroundings move inward', rect(0, 1000, 100, 80), {}, rect(0, 936, 228, 208)],
  ['at the lower right corner too', rect(3900, 2920, 100, 80), {}, rect(3772, 2792, 228, 208)],
  ['enlarged to the smallest side', rect(1000, 1000, 100, 80), { minSide: 512 }, rect(794, 784, 512, 512)],
  [
    'enlarged to a legal ratio',
    rect(1000, 1000, 1000, 20),
    { aspect: { min: 0.4, max: 2.5 } },
    rect(750, 710, 1500, 600),
  ],
  [
    'enlarged to a multiple where there is room',
    rect(1000, 1000, 100, 80),
    { multipleOf: 64 },
    rect(922, 912, 256, 256),
  ],
])('%s', (_name, bounds, rules, expected) => {
  expect(cropRegion(bounds, picture, rules)).toEqual(expected);
});

const bounds = (size: { width: number; height: number }) =>
  fc
    .tuple(fc.nat(size.width - 1), fc.nat(size.height - 1), fc.nat(size.width - 1), fc.nat(size.height - 1))
    .map(([a, b, c, d]) => rect(Math.min(a, c), Math.min(b, d), Math.abs(a - c) + 1, Math.abs(b - d) + 1));

test('the region is always within the picture and holds all of the mask', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) });
  const job = size.chain((of) => fc.tuple(fc.constant(of), bounds(of)));
  const rules = fc.constantFrom(
    {},
    { minSide: 512, maxSide: 1536, multipleOf: 8 },
    { minSide: 256, maxSide: 2048, multipleOf: 64 },
    { aspect: { min: 0.4, max: 2.5 }, minPixels: 4096 },
  );
  const transport = fc.constantFrom('pixels' as const, 'multipart' as const);
  const crop = fc.constantFrom('auto' as const, 'always' as const, 'never' as const);
  fc.assert(
    fc.property(
      job,
      rules,
      transport,
      crop,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ([of, mask], limits, by, how, coverage) => {
        const region = planRegion(mask, coverage, of, capabilityOf({ size: limits, transport: by }), how);
        expect(containsRect(rectOfSize(of), region)).toBe(true);
        expect(containsRect(region, mask)).toBe(true);
      },
    ),
    { numRuns: 600 },
  );
});

test('the whole picture or a crop: as asked, for detail, or because the provider changes what is not masked', () => {
  const mask = rect(1000, 1000, 100, 80);
  const whole = rectOfSize(picture);
  const crop = rect(936, 936, 228, 208);
  const exact = capabilityOf({ preservesUnmasked: 'exact' });
  expect(planRegion(mask, 0.001, picture, exact, 'auto')).toEqual(whole);
  expect(planRegion(mask, 0.001, picture, exact, 'always')).toEqual(crop);
  expect(planRegion(mask, 0.001, picture, { ...exact, size: { maxSide: 1024 } }, 'auto')).toEqual(crop);
  expect(planRegion(mask, 0.001, picture, capabilityOf(), 'auto')).toEqual(crop);
  expect(planRegion(mask, 0.001, picture, capabilityOf(), 'never')).toEqual(whole);
  expect(planRegion(mask, 0.25, picture, capabilityOf(), 'auto')).toEqual(whole);
});
