import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rectOfSize } from '../geometry/rect.ts';
import { invertMask } from './invertMask.ts';
import { emptyMask, flattenMask, maskArea, maskFromFlat } from './tileMask.ts';

test('inverting nothing covers every pixel of the image and not one beyond', () => {
  const full = invertMask(emptyMask({ width: 300, height: 10 }));
  expect(maskArea(full)).toBe(3000);
  expect(invertMask(full).tiles.size).toBe(0);
});

test('every byte is mirrored, and inverting twice changes nothing', () => {
  fc.assert(
    fc.property(fc.nat(600), fc.nat(300), fc.infiniteStream(fc.nat(255)), (extraWidth, extraHeight, bytes) => {
      const size = { width: extraWidth + 1, height: extraHeight + 1 };
      const pattern = [...bytes.take(61)];
      const flat = Uint8Array.from({ length: size.width * size.height }, (_, at) => pattern[at % 61] ?? 0);
      const once = invertMask(maskFromFlat(size, flat));
      const whole = rectOfSize(size);
      expect(flattenMask(once, whole).every((value, at) => value === 255 - (flat[at] ?? 0))).toBe(true);
      expect(flattenMask(invertMask(once), whole).every((value, at) => value === flat[at])).toBe(true);
    }),
    { numRuns: 40 },
  );
});
