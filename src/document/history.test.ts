import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imagePoint } from '../geometry/point.ts';
import { rectOfSize } from '../geometry/rect.ts';
import { documentOf, type EditDocument, type PictureId } from './editDocument.ts';
import { emptyHistory, historyBudget, historyBytes, record, redo, undo } from './history.ts';
import { beginDraft, finishDraft } from './maskDraft.ts';
import { packTile, unpackTile } from './packTile.ts';
import { stampCapsule } from './stampCapsule.ts';
import { flattenMask, maskFromFlat, tileSide } from './tileMask.ts';

const start = documentOf({ id: 'a' as PictureId, size: { width: 700, height: 600 }, hasAlpha: false });

const stroke = (document: EditDocument, x: number, y: number): EditDocument => {
  const draft = beginDraft(document.mask);
  stampCapsule(draft, imagePoint(x, y), imagePoint(x + 90, y + 40), { radius: 50, hardness: 0.8 }, 'paint');
  return { ...document, mask: finishDraft(draft) };
};

/** The mask's bytes as one string, so that two states compare at once. */
const pixels = (document: EditDocument): string =>
  new TextDecoder('latin1').decode(flattenMask(document.mask, rectOfSize(document.source.size)));

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

test('a packed tile unpacks to the same bytes', () => {
  const run = fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 40_000 }));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 400 }), fc.nat(255), (runs, rest) => {
      const tile = new Uint8Array(tileSide * tileSide).fill(rest);
      let at = 0;
      for (const [value, length] of runs) {
        tile.fill(value, at, at + length);
        at += (length % 700) + 1;
      }
      expect(sameBytes(unpackTile(packTile(tile)), tile)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('noise, the worst case, packs and unpacks', () => {
  const noise = Uint8Array.from({ length: tileSide * tileSide }, (_, at) => (at * 7919 + (at >> 3)) & 255);
  expect(sameBytes(unpackTile(packTile(noise)), noise)).toBe(true);
});

test('undo and redo lead back to exactly the same pixels, whatever the order', () => {
  const move = fc.oneof(
    fc.record({ kind: fc.constant('stroke' as const), x: fc.nat(700), y: fc.nat(600) }),
    fc.constant({ kind: 'undo' as const }),
    fc.constant({ kind: 'redo' as const }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
      let document = start;
      let history = emptyHistory;
      let past: string[] = [];
      let future: string[] = [];
      for (const step of moves) {
        if (step.kind === 'stroke') {
          const next = stroke(document, step.x, step.y);
          past = [...past, pixels(document)];
          future = [];
          history = record(history, 'Stroke', document, next);
          document = next;
          continue;
        }
        const moved = step.kind === 'undo' ? undo(history, document) : redo(history, document);
        const expected = step.kind === 'undo' ? past.pop() : future.pop();
        expect(moved === null).toBe(expected === undefined);
        if (!moved || expected === undefined) continue;
        (step.kind === 'undo' ? future : past).push(pixels(document));
        ({ document, history } = moved);
        expect(pixels(document)).toBe(expected);
      }
    }),
    { numRuns: 30 },
  );
});

test('a step across pictures of different sizes restores picture, frame and mask', () => {
  const painted = stroke(start, 100, 100);
  const other = documentOf({ id: 'b' as PictureId, size: { width: 900, height: 300 }, hasAlpha: true });
  const history = record(emptyHistory, 'Accept result', painted, other);
  const back = undo(history, other);
  expect(back && pixels(back.document)).toBe(pixels(painted));
  expect(back?.document.source).toBe(painted.source);
  const again = back && redo(back.history, back.document);
  expect(again?.document.source.id).toBe('b');
  expect(again?.document.mask.tiles.size).toBe(0);
});

test('local strokes stay small, and bytes bound the history by dropping the oldest step', () => {
  const next = stroke(start, 300, 300);
  expect(historyBytes(record(emptyHistory, 'Stroke', next, stroke(next, 310, 300)))).toBeLessThan(8_000);

  const noisy = Array.from({ length: 4 }, (_, seed): EditDocument => {
    const flat = Uint8Array.from({ length: 700 * 600 }, (_byte, at) => (at * 7919 + (at >> 3) + seed) & 255);
    return { ...start, mask: maskFromFlat(start.source.size, flat) };
  });
  const noise = (step: number): EditDocument => noisy[step % noisy.length] ?? start;
  let history = emptyHistory;
  for (let step = 0; step < 150; step++) history = record(history, `Step ${step}`, noise(step), noise(step + 1));
  expect(historyBytes(history)).toBeLessThanOrEqual(historyBudget);
  expect(history.undo.at(-1)?.label).toBe('Step 149');
  expect(history.undo.length).toBeGreaterThan(50);
});
