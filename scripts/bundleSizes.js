/**
 * @typedef {object} Chunk one entry of Vite's manifest, the fields we read
 * @property {string} file
 * @property {boolean} [isEntry]
 * @property {boolean} [isDynamicEntry]
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 * @property {string[]} [css]
 *
 * @typedef {Record<string, Chunk>} Manifest
 */

/**
 * Chunks that editing a picture does not need: they come later, when asked for. Source paths.
 * @type {readonly string[]}
 */
const LATER_CHUNKS = [
  'src/app/offerEarlierJobs.ts',
  'src/compare/CompareBar.tsx',
  'src/compare/CompareSlider.tsx',
  'src/generation/generate.ts',
  'src/generation/resumeJobs.ts',
  'src/generation/runTask.ts',
  'src/panels/ParameterFields.tsx',
  'src/panels/ProblemAlert.tsx',
  'src/panels/ProviderSettingsSheet.tsx',
  'src/panels/ResultSection.tsx',
  'src/panels/ResultStrip.tsx',
  'src/panels/RunningProgress.tsx',
  'src/panels/ShortcutsSheet.tsx',
  'src/panels/review/ReviewSheet.tsx',
  'src/panels/testConnection.ts',
  'src/providers/aiThriving/aiThriving.ts',
  'src/providers/appyPie/appyPie.ts',
  'src/providers/fetchGatewayConfig.ts',
  'src/providers/holySheep/holySheep.ts',
  'src/providers/http.ts',
  'src/providers/imagePipeline/imagePipeline.ts',
];

/**
 * Which files a browser fetches: before a picture is opened, and by the time the editor is up.
 * @param {Manifest} manifest
 * @param {readonly string[]} later source paths of dynamic imports that the editor does without
 * @returns {{ initial: Set<string>, editor: Set<string>, styles: Set<string> }} file names; `editor` holds `initial`
 */
export function loadedFiles(manifest, later = LATER_CHUNKS) {
  const initial = new Set();
  const editor = new Set();
  const styles = new Set();

  const visit = (/** @type {string} */ key, /** @type {Set<string>} */ files, /** @type {boolean} */ follow) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The manifest names a chunk that it does not hold: ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const imported of chunk.imports ?? []) visit(imported, files, follow);
    if (!follow) return;
    for (const imported of chunk.dynamicImports ?? []) if (!later.includes(imported)) visit(imported, files, follow);
  };

  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  if (entries.length === 0) throw new Error('The manifest has no entry.');
  for (const key of entries) {
    visit(key, initial, false);
    visit(key, editor, true);
  }
  return { initial, editor, styles };
}
