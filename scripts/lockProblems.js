/**
 * @typedef {object} LockedPackage one entry of package-lock.json, the fields we read
 * @property {string} [version]
 * @property {string} [license]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [link]
 * @property {boolean} [hasInstallScript]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 * @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string>, overrides?: Record<string, unknown> }} Manifest
 */

/** Licences of what we ship. A new one is a decision, not an accident. */
const SHIPPED_LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
/** Tools that are only run while building and testing may also have these. */
const TOOL_LICENCES = [...SHIPPED_LICENCES, 'MPL-2.0', 'BlueOak-1.0.0', 'Python-2.0', 'CC-BY-4.0', 'CC0-1.0'];

/** Tools whose package.json says it in a way of its own; read in their licence files. */
const READ_LICENCES = new Map(
  /** @type {[string, string][]} */ ([
    ['busboy 1.6.0', 'MIT'],
    ['humanize-number 0.0.2', 'MIT'],
    ['only 0.0.2', 'MIT'],
    ['streamsearch 1.1.0', 'MIT'],
  ]),
);

const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const PLATFORM_BUILD = /(darwin|win32|linux|wasm|android|freebsd|openbsd|openharmony)/;

/**
 * Says what is wrong with the lock file: a missing platform build breaks `npm ci` on another system, a package address
 * ties it to one network, an install script runs strangers' code, a range lets versions drift.
 * @param {Lock} lock
 * @param {Manifest} manifest package.json
 * @returns {string[]} one sentence per problem
 */
export function lockProblems(lock, manifest) {
  const problems = [];
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    if (!EXACT_VERSION.test(version)) problems.push(`${name} is asked for as "${version}", not as an exact version.`);

  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const title = `${path.replace(/^.*node_modules\//, '')} ${entry.version ?? ''}`.trim();
    const missing = Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) =>
        PLATFORM_BUILD.test(name) &&
        !(`${path}/node_modules/${name}` in lock.packages) &&
        !(`node_modules/${name}` in lock.packages),
    );
    if (missing.length > 0) problems.push(`${title} lacks its builds for other systems: ${missing.join(', ')}.`);
    if (entry.resolved?.includes('://')) problems.push(`${title} is tied to an address: ${entry.resolved}.`);
    if (!entry.integrity) problems.push(`${title} has no integrity hash.`);
    if (entry.hasInstallScript) problems.push(`${title} wants to run an install script.`);
    const allowed = entry.dev ? TOOL_LICENCES : SHIPPED_LICENCES;
    const licence = entry.license ?? (entry.dev ? READ_LICENCES.get(title) : undefined);
    if (!allowed.includes(licence ?? '')) problems.push(`${title} has the licence "${licence ?? 'none'}".`);
  }
  return problems;
}
