import { expect, test } from 'vitest';
import { meadow } from './fixtures/meadow.ts';
import { prepare } from './fixtures/prepare.ts';
import { hypotheses, relativeError } from './hypotheses.ts';
import { writeDepths, writeTrustTable } from './patchTrust.ts';
import type { Start } from './planStarts.ts';
import { pyramid } from './pyramid.ts';
import { levelOf } from './workspace.ts';

const errorAfter = (starts: readonly Start[], compared: number): number => {
  const workspace = prepare(meadow(240, 180));
  pyramid(workspace);
  writeTrustTable(workspace);
  for (const level of workspace.levels) writeDepths(workspace, level);
  hypotheses(workspace, { starts, compared });
  const level = levelOf(workspace, compared);
  const { pixels, width, height, targetTable, matches, distances } = level;
  workspace.kernels.measureMatches(pixels, width, height, targetTable.rows, targetTable.runs, matches, distances);
  return relativeError(workspace, level);
};

test('the solution kept is at least as good as that of the first start alone', () => {
  const first = errorAfter([{ kind: 'rim', level: 2 }], 1);
  const both = errorAfter(
    [
      { kind: 'rim', level: 2 },
      { kind: 'lines', level: 2 },
      { kind: 'rim', level: 1 },
    ],
    1,
  );
  expect(both).toBeLessThanOrEqual(first + 1e-9);
});
