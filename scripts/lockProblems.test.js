import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lockProblems } from './lockProblems.js';

const SOUND = { version: '1.0.0', license: 'MIT', integrity: 'sha512-abc' };

test('the lock file of this project is sound', () => {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  expect(lockProblems(read('package-lock.json'), read('package.json'))).toEqual([]);
});

test.each([
  ['a missing platform build', { optionalDependencies: { 'tool-darwin-arm64': '1.0.0' } }, /tool-darwin-arm64/],
  ['an address', { resolved: 'https://packages.example/tool.tgz' }, /packages\.example/],
  ['an install script', { hasInstallScript: true }, /install script/],
  ['a missing hash', { integrity: '' }, /integrity/],
  ['an unknown licence', { license: 'GPL-3.0' }, /GPL-3\.0/],
  ['a tool licence in shipped code', { license: 'MPL-2.0' }, /MPL-2\.0/],
])('%s is reported', (_, fault, message) => {
  const problems = lockProblems({ packages: { 'node_modules/tool': { ...SOUND, ...fault } } }, {});
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(message);
});

test('a range in package.json is reported', () => {
  expect(lockProblems({ packages: {} }, { dependencies: { tool: '^1.0.0' } })).toHaveLength(1);
});

test('a platform build that is locked beside its package or at the top is enough', () => {
  const parent = { ...SOUND, optionalDependencies: { 'tool-linux-x64': '1.0.0', 'tool-win32-x64': '1.0.0' } };
  const packages = {
    'node_modules/tool': parent,
    'node_modules/tool-linux-x64': SOUND,
    'node_modules/tool/node_modules/tool-win32-x64': SOUND,
  };
  expect(lockProblems({ packages }, {})).toEqual([]);
});
