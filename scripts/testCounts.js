/** @typedef {{ passed: number, failed: number }} Counts how many tests ran, by outcome */

/**
 * Reads the counts out of a runner's JSON report.
 * @param {unknown} report as Vitest or Playwright wrote it
 * @returns {Counts}
 * @throws when it is neither
 */
export function testCounts(report) {
  if (typeof report === 'object' && report !== null) {
    if ('numPassedTests' in report && 'numFailedTests' in report)
      return { passed: Number(report.numPassedTests), failed: Number(report.numFailedTests) };
    if ('stats' in report && typeof report.stats === 'object' && report.stats !== null) {
      const stats = /** @type {{ expected?: number, unexpected?: number, flaky?: number }} */ (report.stats);
      // A flaky test failed once: it does not count as passed.
      return { passed: stats.expected ?? 0, failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0) };
    }
  }
  throw new Error('This is not a report of Vitest or Playwright.');
}
