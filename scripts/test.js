import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { getBrowser } from './getBrowser.js';
import { runStep } from './runStep.js';
import { testCounts } from './testCounts.js';

/** `npm test`: a browser, the checks (which build the app), then every test. The last line says how it went. */
const REPORTS = '.cache/tests';

const vitest = (/** @type {string} */ project) =>
  `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${REPORTS}/${project}.json`;

const RUNNERS = [
  { name: 'unit', command: vitest('unit') },
  { name: 'browser', command: vitest('browser') },
  { name: 'e2e', command: 'playwright test --reporter=list,json' },
];

/** @type {string[]} */
const problems = [];
const total = { passed: 0, failed: 0 };

/** @param {{ name: string, command: string }} runner */
async function run({ name, command }) {
  console.log(`\n== ${name}`);
  const report = `${REPORTS}/${name}.json`;
  const { code } = await runStep(command, { show: true, env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
  try {
    const { passed, failed } = testCounts(JSON.parse(readFileSync(report, 'utf8')));
    total.passed += passed;
    total.failed += failed;
    if (passed + failed === 0) problems.push(`${name} ran no test`);
    else if (code !== 0 || failed > 0) problems.push(`${name} failed (${failed} tests, exit code ${code})`);
  } catch (error) {
    problems.push(`${name} left no report (${error instanceof Error ? error.message : String(error)})`);
  }
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

try {
  await getBrowser();
  console.log('\n== check');
  const { code } = await runStep('npm run --silent check', { show: true });
  if (code === 0) for (const runner of RUNNERS) await run(runner);
  else problems.push('check failed, so no test was run');
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
}

console.log('');
for (const problem of problems) console.error(problem);
console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
process.exitCode = problems.length > 0 ? 1 : 0;
