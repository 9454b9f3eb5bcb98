import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imagePoint } from '../geometry/point.ts';
import { beginDraft, draftMask, finishDraft } from './maskDraft.ts';
import { stampCapsule, type Brush, type StampMode } from './stampCapsule.ts';
import { coverageAt, differingTiles, emptyMask, flattenMask, maskArea, maskBounds, maskFromFlat } from './tileMask.ts';

const size = { width: 300, height: 270 };
const hard = (radius: number): Brush => ({ radius, hardness: 1 });

/** The same law computed pixel by pixel without tiles, spans or bounds. */
const naiveStamp = (
  flat: Uint8Array,
  [startX, startY, endX, endY]: readonly [number, number, number, number],
  brush: Brush,
  mode: StampMode,
): void => {
  const softness = Math.max(1, brush.radius * (1 - brush.hardness));
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const [dx, dy] = [endX - startX, endY - startY];
      const square = dx * dx + dy * dy;
      const along = square === 0 ? 0 : ((x + 0.5 - startX) * dx + (y + 0.5 - startY) * dy) / square;
      const t = Math.min(1, Math.max(0, along));
      const away = Math.hypot(x + 0.5 - startX - t * dx, y + 0.5 - startY - t * dy);
      const depth = Math.min(1, Math.max(0, (brush.radius + 0.5 - away) / softness));
      const coverage = Math.round(255 * (softness < 2 ? depth : depth * depth * (3 - 2 * depth)));
      const at = y * size.width + x;
      const present = flat[at] ?? 0;
      flat[at] = mode === 'paint' ? Math.max(present, coverage) : Math.min(present, 255 - coverage);
    }
  }
};

describe('stampCapsule', () => {
  test('a dab is centred where it was pressed and has the brush area', () => {
    const draft = beginDraft(emptyMask(size));
    stampCapsule(draft, imagePoint(150.5, 130.5), imagePoint(150.5, 130.5), hard(20), 'paint');
    const mask = finishDraft(draft);
    expect(maskBounds(mask)).toEqual({ x: 130, y: 110, width: 41, height: 41 });
    expect(maskArea(mask)).toBeCloseTo(Math.PI * 400, -1);
    expect(coverageAt(mask, 150, 130)).toBe(255);
  });

  test('a soft brush falls off from its hard core to its rim', () => {
    const draft = beginDraft(emptyMask(size));
    stampCapsule(draft, imagePoint(100, 100.5), imagePoint(100, 100.5), { radius: 40, hardness: 0.5 }, 'paint');
    const row = Array.from({ length: 45 }, (_, step) => coverageAt(draftMask(draft), 100 + step, 100));
    expect(row.slice(0, 19).every((coverage) => coverage === 255)).toBe(true);
    expect(row.every((coverage, step) => step === 0 || coverage <= (row[step - 1] ?? 0))).toBe(true);
    expect(row[30]).toBeGreaterThan(100);
    expect(row[30]).toBeLessThan(155);
    expect(row[42]).toBe(0);
  });

  test('equals the naive law for random strokes of both kinds', () => {
    const place = fc.double({ min: -40, max: 340, noNaN: true });
    const stroke = fc.record({
      ends: fc.tuple(place, place, place, place),
      brush: fc.record({ radius: fc.double({ min: 0.5, max: 60, noNaN: true }), hardness: fc.constantFrom(0, 0.4, 1) }),
      mode: fc.constantFrom<StampMode>('paint', 'paint', 'erase'),
    });
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 4 }), (strokes) => {
        const draft = beginDraft(emptyMask(size));
        const flat = new Uint8Array(size.width * size.height);
        for (const { ends, brush, mode } of strokes) {
          stampCapsule(draft, imagePoint(ends[0], ends[1]), imagePoint(ends[2], ends[3]), brush, mode);
          naiveStamp(flat, ends, brush, mode);
        }
        const drawn = flattenMask(finishDraft(draft), { x: 0, y: 0, ...size });
        const worst = drawn.reduce((most, value, at) => Math.max(most, Math.abs(value - (flat[at] ?? 0))), 0);
        expect(worst).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a draft', () => {
  test('never changes the mask it began from and shares untouched tiles', () => {
    const before = maskFromFlat(size, new Uint8Array(size.width * size.height).fill(255));
    const draft = beginDraft(before);
    stampCapsule(draft, imagePoint(20, 20), imagePoint(30, 20), hard(10), 'erase');
    const after = finishDraft(draft);
    expect(maskArea(before)).toBe(size.width * size.height);
    expect(maskArea(after)).toBeLessThan(maskArea(before));
    expect(after.tiles.get(3)).toBe(before.tiles.get(3));
    expect(after.tiles.get(0)).not.toBe(before.tiles.get(0));
    expect(differingTiles(before, after)).toEqual({ x: 0, y: 0, width: 256, height: 256 });
    expect(differingTiles(after, after)).toBeNull();
  });

  test('drops tiles that were erased to nothing', () => {
    const draft = beginDraft(emptyMask(size));
    stampCapsule(draft, imagePoint(20, 20), imagePoint(20, 20), hard(5), 'paint');
    stampCapsule(draft, imagePoint(20, 20), imagePoint(20, 20), hard(9), 'erase');
    expect(finishDraft(draft).tiles.size).toBe(0);
  });
});
