import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const query = '?wasm-bytes';
const cacheFolder = 'node_modules/.cache/assemblyscript';
const flags = [
  ...['--runtime', 'stub', '--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'simd', '--enable', 'bulk-memory', '-O3', '--noAssert', '--converge'],
];

/** The AssemblyScript files beside the entry (they may import one another), by name, in a fixed order. */
const readSources = async (folder: string): Promise<Map<string, string>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.as.ts')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
};

const compile = async (entry: string, sources: ReadonlyMap<string, string>): Promise<Uint8Array> => {
  const { main } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await main([entry, '--outFile', 'kernels.wasm', ...flags], {
    readFile: (name) => sources.get(basename(name)) ?? null,
    listFiles: () => [],
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary)
    throw new Error(`AssemblyScript could not compile ${entry}.\n${String(stderr)}`, { cause: error });
  return binary;
};

const version = async (): Promise<string> => {
  const { version: compilerVersion } = await import('assemblyscript/asc');
  return compilerVersion;
};

/** Compiles `entry`, or takes the binary of the same sources, flags and compiler from the cache. */
const compileCached = async (entry: string): Promise<Uint8Array> => {
  const sources = await readSources(dirname(entry));
  const hash = createHash('sha256').update(JSON.stringify([await version(), flags, [...sources]]));
  const cached = join(cacheFolder, `${hash.digest('hex').slice(0, 32)}.wasm`);
  try {
    return await readFile(cached);
  } catch {
    const binary = await compile(basename(entry), sources);
    await mkdir(cacheFolder, { recursive: true });
    // Renamed into place, so that another process never reads half a file.
    await writeFile(`${cached}.${process.pid}`, binary);
    await rename(`${cached}.${process.pid}`, cached);
    return binary;
  }
};

/** Lets `import base64 from './kernels.as.ts?wasm-bytes'` compile AssemblyScript and yield the WebAssembly binary as base64. */
export const assemblyScriptPlugin = (): Plugin => ({
  name: 'assemblyscript',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(`.as.ts${query}`)) return null;
    const entry = id.slice(0, -query.length);
    for (const name of (await readSources(dirname(entry))).keys()) this.addWatchFile(join(dirname(entry), name));
    const binary = await compileCached(entry);
    return `export default ${JSON.stringify(Buffer.from(binary).toString('base64'))};`;
  },
});
