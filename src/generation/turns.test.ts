import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeTurn } from './turns.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
let nextName = 0;

test('no more than so many at once, in the order of coming, and whoever leaves the line is skipped', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }),
      async (most, leaves) => {
        const name = `line ${nextName++}`;
        const began: number[] = [];
        const ends = new Map<number, () => void>();
        const controllers = leaves.map((_, index) => {
          const controller = new AbortController();
          takeTurn(name, most, controller.signal).then(
            (end) => {
              began.push(index);
              ends.set(index, end);
              expect(ends.size).toBeLessThanOrEqual(most);
            },
            () => undefined,
          );
          return controller;
        });
        await settled();
        leaves.forEach((left, index) => left && index >= most && controllers[index]?.abort());
        for (let [first] = ends; first; [first] = ends) {
          ends.delete(first[0]);
          first[1]();
          first[1]();
          await settled();
        }
        expect(began).toEqual(leaves.flatMap((left, index) => (left && index >= most ? [] : [index])));
        expect(ends.size).toBe(0);
      },
    ),
    { numRuns: 40 },
  );
});

test('a line of another provider moves by itself', async () => {
  const { signal } = new AbortController();
  const end = await takeTurn('a', 1, signal);
  (await takeTurn('b', 1, signal))();
  end();
});
