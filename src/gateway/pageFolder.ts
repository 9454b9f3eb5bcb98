import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageFiles } from './pageFile.ts';

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

/** Reads the page from a folder of this machine. Paths come from `pagePath`, so they stay inside it. */
export const pageFolder =
  (folder: string): PageFiles =>
  async (path) => {
    try {
      return await readFile(join(folder, path));
    } catch (error) {
      if (error instanceof Error && 'code' in error && MISSING.has(String(error.code))) return undefined;
      throw error;
    }
  };
