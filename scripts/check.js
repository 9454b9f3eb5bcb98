import { runStep } from './runStep.js';

/** Everything short of tests. CI runs this same script. Long steps first: two run at a time. */
const STEPS = [
  { name: 'lint', command: 'eslint . --max-warnings 0' },
  { name: 'build', command: 'npm run --silent build' },
  { name: 'types', command: 'tsc --build' },
  { name: 'unused code', command: 'knip' },
  {
    name: 'format',
    command: 'prettier --check . --log-level warn --cache',
  },
  { name: 'imports', command: 'node scripts/checkImports.js' },
  { name: 'lock file', command: 'node scripts/checkLock.js' },
];
/** Needs the build. */
const LAST = { name: 'bundle budget', command: 'node scripts/checkBundle.js' };

/** @type {string[]} */
const failed = [];

/** @param {{ name: string, command: string }} step */
async function run({ name, command }) {
  const start = performance.now();
  const { code, output } = await runStep(command, { show: false });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(14)} ${seconds.padStart(6)} s`);
  if (code !== 0) failed.push(name);
  if (code !== 0 || name === LAST.name) console.log(output.trimEnd());
}

const waiting = [...STEPS];
const worker = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) await run(step);
};
await Promise.all([worker(), worker()]);
if (!failed.includes('build')) await run(LAST);

if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
