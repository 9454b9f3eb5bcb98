import { expect, test } from 'vitest';
import { loadedFiles } from './bundleSizes.js';

const MANIFEST = {
  'index.html': {
    file: 'a.js',
    isEntry: true,
    imports: ['_shared'],
    dynamicImports: ['src/editor.ts'],
    css: ['a.css'],
  },
  _shared: { file: 'shared.js' },
  'src/editor.ts': {
    file: 'editor.js',
    imports: ['_shared', '_konva'],
    dynamicImports: ['src/help.ts'],
    css: ['e.css'],
  },
  _konva: { file: 'konva.js' },
  'src/help.ts': { file: 'help.js' },
};

test('what is imported statically is initial, what is imported dynamically comes with the editor', () => {
  const { initial, editor, styles } = loadedFiles(MANIFEST, ['src/help.ts']);
  expect([...initial]).toEqual(['a.js', 'shared.js']);
  expect([...editor]).toEqual(['a.js', 'shared.js', 'editor.js', 'konva.js']);
  expect([...styles]).toEqual(['a.css', 'e.css']);
});

test('a chunk counts unless it is named as coming later', () => {
  expect([...loadedFiles(MANIFEST, []).editor]).toContain('help.js');
});

test('a manifest without an entry is a fault, not a small bundle', () => {
  expect(() => loadedFiles({})).toThrow(/no entry/);
});
