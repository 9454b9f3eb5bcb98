import { AwsV4Signer } from 'aws4fetch';
import { callUpstream } from './callUpstream.ts';
import type { S3Settings } from './settings.ts';
import type { UploadStore } from './uploadStore.ts';

/** How long the gateway's own presigned PUT and DELETE hold, s. */
const OWN_SECONDS = 60;
const TIMEOUT_MS = 60_000;

/**
 * Keeps uploads in S3-compatible storage: the gateway puts each object with a presigned address that holds for a minute, for this one
 * object, type and length, and hands out a presigned GET that holds as long as the upload.
 */
export const s3Uploads = ({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): UploadStore => {
  const account = { accessKeyId, secretAccessKey, region, service: 's3' };

  const presigned = async (method: string, name: string, seconds: number, headers: Record<string, string> = {}) => {
    const url = new URL(`${endpoint}/${bucket}/overpaint/${name}`);
    url.searchParams.set('X-Amz-Expires', String(seconds));
    // allHeaders: otherwise content-type and content-length would not be signed.
    const signer = new AwsV4Signer({ ...account, url: url.href, method, headers, signQuery: true, allHeaders: true });
    return (await signer.sign()).url;
  };

  const send = async (method: string, name: string, headers: Record<string, string>, body: Uint8Array | null) => {
    const url = await presigned(method, name, OWN_SECONDS, headers);
    const answer = await callUpstream({ url, method, headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    answer.resume();
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299) throw new Error(`The upload storage answered HTTP ${status}.`);
  };

  return {
    async put(name, type, bytes, lifetimeMs) {
      const length = String(bytes.length);
      await send('PUT', name, { 'cache-control': 'no-store', 'content-type': type, 'content-length': length }, bytes);
      return (await presigned('GET', name, Math.floor(lifetimeMs / 1000))).href;
    },
    remove: (name) => send('DELETE', name, {}, null),
    close: () => Promise.resolve(),
  };
};
