import { describe, expect, test } from 'vitest';
import type { MaskDraft } from '../document/maskDraft.ts';
import { finishDraft } from '../document/maskDraft.ts';
import { coverageAt, emptyMask, maskArea, type TileMask } from '../document/tileMask.ts';
import { imagePoint, screenPoint, type ImagePoint } from '../geometry/point.ts';
import { tools } from './tools.ts';
import type { PointerSample, Tool, ToolPort } from './tool.ts';

const sample = (x: number, y: number, shift = false): PointerSample => ({
  image: imagePoint(x, y),
  screen: screenPoint(x, y),
  pressure: 0.5,
  shift,
});

/** A port over plain variables, and what the tools did to it. */
const port = (mask: TileMask = emptyMask({ width: 400, height: 400 }), lastPoint: ImagePoint | null = null) => {
  const seen = { mask, committed: [] as string[], dropped: 0, panned: { x: 0, y: 0 }, shown: 0 };
  const made: ToolPort = {
    mask,
    brush: { radius: 10, hardness: 1 },
    lastPoint,
    showDraft: () => {
      seen.shown++;
    },
    commitDraft: (draft: MaskDraft, label) => {
      seen.mask = finishDraft(draft);
      seen.committed.push(label);
    },
    dropDraft: () => {
      seen.dropped++;
    },
    panBy: (dx, dy) => {
      seen.panned = { x: seen.panned.x + dx, y: seen.panned.y + dy };
    },
  };
  return { port: made, seen };
};

const drive = (tool: Tool, to: ToolPort, [first, ...rest]: readonly [PointerSample, ...PointerSample[]]) => {
  const gesture = tool.begin(first, to);
  gesture.move(rest);
  return gesture;
};

describe('brush', () => {
  test('paints every point between the samples and commits once', () => {
    const { port: to, seen } = port();
    drive(tools.brush, to, [sample(50.5, 50.5), sample(200.5, 50.5)]).commit();
    expect(seen.committed).toEqual(['Brush stroke']);
    for (let x = 50; x <= 200; x++) expect(coverageAt(seen.mask, x, 50)).toBe(255);
    expect(maskArea(seen.mask)).toBeCloseTo(150 * 20 + Math.PI * 100, -1.5);
  });

  test('cancel leaves no trace', () => {
    const { port: to, seen } = port();
    drive(tools.brush, to, [sample(50, 50), sample(90, 90)]).cancel();
    expect(seen).toMatchObject({ committed: [], dropped: 1 });
    expect(maskArea(seen.mask)).toBe(0);
  });

  test('Shift draws a straight line from the last point', () => {
    const { port: to, seen } = port(undefined, imagePoint(20.5, 20.5));
    drive(tools.brush, to, [sample(220.5, 20.5, true)]).commit();
    expect(coverageAt(seen.mask, 120, 20)).toBe(255);
    expect(coverageAt(seen.mask, 120, 60)).toBe(0);
  });
});

test('the eraser takes away exactly what the brush of the same path painted', () => {
  const painted = port();
  drive(tools.brush, painted.port, [sample(50, 50), sample(120, 90)]).commit();
  const erased = port(painted.seen.mask);
  drive(tools.eraser, erased.port, [sample(50, 50), sample(120, 90)]).commit();
  expect(maskArea(painted.seen.mask)).toBeGreaterThan(1000);
  expect(coverageAt(erased.seen.mask, 85, 70)).toBe(0);
  expect(maskArea(erased.seen.mask)).toBeLessThan(maskArea(painted.seen.mask) / 20);
});

test('the hand pans by the pointer and never touches the mask', () => {
  const { port: to, seen } = port();
  drive(tools.hand, to, [sample(10, 10), sample(15, 12), sample(40, 5)]).commit();
  expect(seen).toMatchObject({ panned: { x: 30, y: -5 }, committed: [], shown: 0 });
});
