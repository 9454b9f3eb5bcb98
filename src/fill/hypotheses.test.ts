import { expect, test } from 'vitest';
import { meadow } from './fixtures/meadow.ts';
import { prepare } from './fixtures/prepare.ts';
import { hypotheses } from './hypotheses.ts';
import { writeDepths, writeTrustTable } from './patchTrust.ts';
import { pyramid } from './pyramid.ts';
import { levelOf } from './workspace.ts';

/** Mean root of the distances at the compared level after solving from these starts. */
const errorAfter = (starts: readonly number[], compared: number): number => {
  const workspace = prepare(meadow(240, 180));
  pyramid(workspace);
  writeTrustTable(workspace);
  for (const level of workspace.levels) writeDepths(workspace, level);
  hypotheses(workspace, { starts, compared });
  const { pixels, width, height, targetTable, matches, distances, targets } = levelOf(workspace, compared);
  workspace.kernels.measureMatches(pixels, width, height, targetTable.rows, targetTable.runs, matches, distances);
  const at = distances >> 2;
  const roots = workspace.memory.words
    .subarray(at, at + targets.count)
    .reduce((sum, value) => sum + Math.sqrt(value), 0);
  return roots / targets.count;
};

test('the solution kept is at least as good as that of the first start alone', () => {
  const first = errorAfter([2], 1);
  expect(errorAfter([2, 1], 1)).toBeLessThanOrEqual(first + 1e-9);
});
