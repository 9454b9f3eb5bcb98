import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadStore } from './uploadStore.ts';

const PREFIX = 'overpaint-uploads-';

/**
 * Keeps uploads in a folder of its own among the system's temporary files, made with the first upload and removed at the end. A folder is
 * named after its process, so that what a crashed one left is removed by the next, and what a running one uses is not.
 */
export const localUploads = (publicUrl: string, parent = tmpdir()): UploadStore => {
  let folder: Promise<string> | undefined;
  const open = () => (folder ??= removeLeftovers(parent).then(() => mkdtemp(join(parent, `${PREFIX}${process.pid}-`))));
  return {
    async put(name, _, bytes) {
      await writeFile(join(await open(), name), bytes, { mode: 0o600 });
      return `${publicUrl}/uploads/${name}`;
    },
    async read(name) {
      return folder && readFile(join(await folder, name)).catch(() => undefined);
    },
    async remove(name) {
      if (folder) await rm(join(await folder, name), { force: true });
    },
    async close() {
      if (folder) await rm(await folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
};

/** Removes the folders of processes that are no more. */
export const removeLeftovers = async (parent = tmpdir()): Promise<void> => {
  for (const name of await readdir(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(parent, name), { recursive: true, force: true });
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
