import type { Handler } from 'hono';
import { imageType } from './imageType.ts';
import { LIFETIME_MS, type Limits } from './limits.ts';
import { problem } from './problem.ts';
import { readCapped } from './readCapped.ts';
import { isSameSecret, randomName } from './secrets.ts';
import type { UploadStore } from './uploadStore.ts';

type Upload = {
  readonly type: string;
  readonly deleteToken: string;
  readonly expiresAt: number;
  readonly bytes: number;
};

export type Uploads = {
  readonly create: Handler;
  readonly serve: Handler;
  readonly remove: Handler;
  /** Removes what has expired. */
  readonly sweep: () => Promise<void>;
  /** Removes everything. */
  readonly close: () => Promise<void>;
};

const SENT_TO_PROVIDERS = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** Pictures that a provider fetches by a public address: for an hour at most, under names that cannot be guessed. `now` in ms. */
export const makeUploads = (store: UploadStore | null, limits: Limits, now: () => number): Uploads => {
  const kept = new Map<string, Upload>();

  const find = (name: string): Upload | undefined => {
    const upload = kept.get(name);
    return upload && upload.expiresAt > now() ? upload : undefined;
  };
  const drop = async (name: string) => {
    kept.delete(name);
    // What can't be removed now goes with its folder, or by the bucket's own rules.
    await store?.remove(name).catch(() => undefined);
  };
  const dropAll = async (isDue: (upload: Upload) => boolean) => {
    await Promise.all([...kept].filter(([, upload]) => isDue(upload)).map(([name]) => drop(name)));
  };

  return {
    async create(context) {
      if (!store) return problem(context, 409, 'not-configured', 'Uploads need a public address: set PUBLIC_URL.');
      if (!context.req.header('content-type')?.startsWith('image/'))
        return problem(context, 415, 'not-an-image', 'Only pictures can be uploaded.');
      const tooLarge = () => problem(context, 413, 'too-large', 'The picture is too large to upload (20 MiB at most).');
      if (Number(context.req.header('content-length') ?? 0) > limits.uploadBytes) return tooLarge();
      const bytes = await readCapped(context.req.raw.body, limits.uploadBytes);
      if (!bytes) return tooLarge();
      const kind = imageType(bytes);
      if (!kind || !SENT_TO_PROVIDERS.has(kind.type))
        return problem(context, 415, 'not-an-image', 'Only PNG, JPEG and WebP pictures can be uploaded.');
      const total = [...kept.values()].reduce((sum, upload) => sum + upload.bytes, bytes.length);
      if (total > limits.uploadedBytes)
        return problem(
          context,
          507,
          'too-large',
          'There are too many uploads at the moment. Wait until some have expired.',
        );

      const name = `${randomName()}.${kind.extension}`;
      const upload = {
        type: kind.type,
        deleteToken: randomName(),
        expiresAt: now() + LIFETIME_MS,
        bytes: bytes.length,
      };
      kept.set(name, upload);
      try {
        const url = await store.put(name, kind.type, bytes, LIFETIME_MS);
        return context.json({ url, name, deleteToken: upload.deleteToken, expiresAt: upload.expiresAt }, 201);
      } catch {
        await drop(name);
        return problem(context, 502, 'failed', 'The upload storage did not take the picture.');
      }
    },

    async serve(context) {
      const name = context.req.param('name') ?? '';
      const upload = find(name);
      const bytes = upload && (await store?.read?.(name));
      if (!upload || !bytes) return context.notFound();
      return context.body(bytes, 200, { 'Content-Type': upload.type, 'Content-Length': String(bytes.length) });
    },

    async remove(context) {
      const name = context.req.param('name') ?? '';
      const upload = find(name);
      if (!upload) return problem(context, 404, 'unknown-route', 'There is no such upload.');
      if (!isSameSecret(upload.deleteToken, context.req.header('x-delete-token') ?? ''))
        return problem(context, 403, 'not-allowed', 'The upload can only be removed by who made it.');
      await drop(name);
      return context.body(null, 204);
    },

    sweep: () => dropAll(({ expiresAt }) => expiresAt <= now()),

    async close() {
      await dropAll(() => true);
      await store?.close();
    },
  };
};
