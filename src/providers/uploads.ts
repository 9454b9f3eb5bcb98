import * as z from 'zod/mini';
import { ProviderError, type ProviderErrorKind } from './errors.ts';

const uploadSchema = z.object({ url: z.string(), name: z.string(), deleteToken: z.string() });

/** A file that lies at a public address for a while. */
export type Upload = z.infer<typeof uploadSchema>;

/** Puts an image at a public address of this page's gateway. Rejects with a ProviderError, or the signal's reason. */
export const uploadFile = async (fetch: typeof globalThis.fetch, file: Blob, signal: AbortSignal): Promise<Upload> => {
  try {
    const headers = { 'x-overpaint': '1', 'content-type': file.type };
    const answer = await fetch('/api/uploads', { method: 'POST', body: file, headers, signal, redirect: 'error' });
    if (!answer.ok) throw refused(answer.status);
    return z.parse(uploadSchema, await answer.json());
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof ProviderError ? error : failed('network', 'The picture could not be uploaded.', error);
  }
};

/** Takes an upload back. Never rejects: what stays behind is gone within the hour. */
export const deleteUpload = async (fetch: typeof globalThis.fetch, { name, deleteToken }: Upload): Promise<void> => {
  const headers = { 'x-overpaint': '1', 'x-delete-token': deleteToken };
  const address = `/api/uploads/${encodeURIComponent(name)}`;
  await fetch(address, { method: 'DELETE', headers, redirect: 'error', keepalive: true }).catch(() => undefined);
};

const refused = (status: number): ProviderError => {
  if (status === 413) return failed('payload-too-large', 'The picture is too large for the gateway to publish.');
  if (status === 429) return failed('rate-limit', 'The gateway has taken too many pictures in a short time.');
  return status >= 500
    ? failed('unavailable', 'The gateway could not publish the picture.')
    : failed('config', 'This provider fetches pictures from a public address, and the gateway has none to offer.');
};

const nextSteps: Partial<Record<ProviderErrorKind, string>> = {
  'payload-too-large': 'Paint a smaller mask, so that only its surroundings are sent.',
  config: 'Set PUBLIC_URL for the gateway, or choose another provider.',
};

const failed = (kind: ProviderErrorKind, message: string, cause?: unknown): ProviderError =>
  new ProviderError(kind, message, nextSteps[kind] ?? 'Try again in a moment.', { mayHaveCharged: 'no' }, { cause });
