import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { cruiseImports } from './cruiseImports.js';

/** @type {string[]} */
const folders = [];

/** @param {Record<string, string>} files path -> content */
async function cruiseTree(files) {
  const root = await mkdtemp(join(tmpdir(), 'imports-'));
  folders.push(root);
  for (const [path, content] of Object.entries({ 'package.json': '{}', ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return cruiseImports(root);
}

const imports = (/** @type {string} */ path) => `import { thing } from '${path}';\nexport const here = thing;\n`;
const THING = 'export const thing = 1;\n';

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

test('imports that go down pass, and every file is counted', async () => {
  const result = await cruiseTree({
    'src/app/a.ts': imports('../panels/a.ts'),
    'src/panels/a.ts': `export type { Thing } from '../geometry/a.ts';\n${THING}`,
    'src/geometry/a.ts': 'export type Thing = number;\n',
  });
  expect(result).toEqual({ modules: 3, violations: [] });
});

test.each([
  ['canvas-imports-go-down', 'src/canvas/a.ts', '../app/a.ts', 'src/app/a.ts'],
  ['raster-siblings-are-strangers', 'src/raster/a.ts', '../tools/a.ts', 'src/tools/a.ts'],
  ['providers-are-strangers', 'src/providers/one/a.ts', '../two/a.ts', 'src/providers/two/a.ts'],
  ['gateway-takes-only-facts-of-the-page', 'src/gateway/a.ts', '../geometry/a.ts', 'src/geometry/a.ts'],
  ['page-knows-no-gateway', 'src/app/a.ts', '../gateway/a.ts', 'src/gateway/a.ts'],
  ['nobody-imports-main', 'src/app/a.ts', '../main.tsx', 'src/main.tsx'],
  ['every-folder-has-a-tier', 'src/helpers/a.ts', './b.ts', 'src/helpers/b.ts'],
  ['every-import-resolves', 'src/app/a.ts', './missing.ts', 'src/app/b.ts'],
])('%s', async (rule, from, specifier, to) => {
  const { violations } = await cruiseTree({ [from]: imports(specifier), [to]: THING });
  expect(violations.map((violation) => violation.split(':')[0])).toEqual([rule]);
});

test('an import of a type alone counts', async () => {
  const { violations } = await cruiseTree({
    'src/geometry/a.ts': "import type { Thing } from '../app/a.ts';\nexport type Here = Thing;\n",
    'src/app/a.ts': 'export type Thing = number;\n',
  });
  expect(violations).toEqual(['geometry-imports-go-down: src/geometry/a.ts -> src/app/a.ts']);
});

test('a cycle inside one folder is found', async () => {
  const { violations } = await cruiseTree({
    'src/ui/a.ts': `${imports('./b.ts')}${THING.replace('thing', 'other')}`,
    'src/ui/b.ts': "import { other } from './a.ts';\nexport const thing = other;\n",
  });
  expect(violations.some((violation) => violation.startsWith('no-cycles'))).toBe(true);
});

test('the gateway may read provider facts, and facts import nothing', async () => {
  const { violations } = await cruiseTree({
    'src/gateway/a.ts': imports('../providers/one/routes.ts'),
    'src/providers/one/routes.ts': `import { here } from './api.ts';\nexport const thing = here;\n`,
    'src/providers/one/api.ts': 'export const here = 1;\n',
  });
  expect(violations).toEqual(['facts-are-plain-data: src/providers/one/routes.ts -> src/providers/one/api.ts']);
});

test('a worker address imported with a query is followed', async () => {
  const { modules, violations } = await cruiseTree({
    'src/fill/client.ts': "import url from './fill.worker.ts?worker&url';\nexport const address = url;\n",
    'src/fill/fill.worker.ts': "import { thing } from '../raster/a.ts';\nexport const here = thing;\n",
    'src/raster/a.ts': THING,
  });
  expect(modules).toBe(3);
  expect(violations).toEqual(['fill-imports-go-down: src/fill/fill.worker.ts -> src/raster/a.ts']);
});
