import { expect, test } from 'vitest';
import { testCounts } from './testCounts.js';

test('both runners are read, and a flaky test is a failed one', () => {
  expect(testCounts({ numPassedTests: 3, numFailedTests: 1 })).toEqual({ passed: 3, failed: 1 });
  expect(testCounts({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 4 } })).toEqual({ passed: 5, failed: 3 });
});

test('anything else is refused rather than counted as nothing', () => {
  for (const report of [null, {}, [], 'text', { stats: null }])
    expect(() => testCounts(report)).toThrow(/not a report/);
});
