import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { loadedFiles } from './bundleSizes.js';

const PAGE = 'dist/page';
/** kB (1000 bytes) after gzip. */
const BUDGET_KB = { initial: 120, editor: 200, styles: 14 };

const gzipKb = (/** @type {string} */ file) => gzipSync(readFileSync(`${PAGE}/${file}`), { level: 9 }).length / 1000;

const { initial, editor, styles } = loadedFiles(JSON.parse(readFileSync(`${PAGE}/.vite/manifest.json`, 'utf8')));
const totalKb = (/** @type {Set<string>} */ files) => [...files].reduce((sum, file) => sum + gzipKb(file), 0);

const rows = [
  { what: 'JavaScript before a picture is opened', kb: totalKb(initial), limit: BUDGET_KB.initial },
  { what: 'JavaScript with the editor', kb: totalKb(editor), limit: BUDGET_KB.editor },
  { what: 'styles', kb: totalKb(styles), limit: BUDGET_KB.styles },
];
for (const { what, kb, limit } of rows)
  console.log(`${what.padEnd(40)} ${kb.toFixed(1).padStart(7)} kB gzip of ${limit}${kb > limit ? '  OVER' : ''}`);

// Workers load beside the page and are not in its budget; they are shown so that their growth is seen.
const counted = new Set([...editor, ...styles]);
const others = readdirSync(`${PAGE}/assets`)
  .map((name) => `assets/${name}`)
  .filter((file) => /\.(js|css)$/.test(file) && !counted.has(file));
for (const file of others)
  console.log(`${`  also built: ${file}`.padEnd(40)} ${gzipKb(file).toFixed(1).padStart(7)} kB gzip`);

if (rows.some(({ kb, limit }) => kb > limit)) process.exit(1);
