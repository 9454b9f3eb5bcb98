import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { jobRecordSchema, type JobRecord } from './jobRecord.ts';

type Schema = DBSchema & { readonly jobs: { readonly key: string; readonly value: unknown } };

/** ms after which nobody has the result of a job any more. */
const lifetimeMs = 24 * 60 * 60 * 1000;

let opening: Promise<IDBPDatabase<Schema>> | undefined;

const database = (): Promise<IDBPDatabase<Schema>> => {
  opening ??= openDB<Schema>('overpaint-jobs', 1, { upgrade: (db) => void db.createObjectStore('jobs') });
  // Where it could not be opened the next call tries again.
  opening.catch(() => (opening = undefined));
  return opening;
};

/** Keeps a job until it is forgotten. Rejects where the browser keeps nothing (a private window, a full disk). */
export const keepJob = async (record: JobRecord): Promise<void> => {
  await (await database()).put('jobs', record, record.id);
};

/** Does nothing for a job that is not kept. */
export const forgetJob = async (id: string): Promise<void> => {
  await (await database()).delete('jobs', id);
};

/** The jobs that were kept, oldest first. What is too old or can't be read is dropped for good. `now` is Unix time, ms. */
export const keptJobs = async (now: number): Promise<readonly JobRecord[]> => {
  const db = await database();
  const kept: JobRecord[] = [];
  for (const key of await db.getAllKeys('jobs')) {
    const read = z.safeParse(jobRecordSchema, await db.get('jobs', key));
    if (read.success && now - read.data.startedAt < lifetimeMs) kept.push(read.data);
    else await db.delete('jobs', key);
  }
  return kept.sort((a, b) => a.startedAt - b.startedAt);
};
