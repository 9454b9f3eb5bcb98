import { decodeBase64 } from './base64.ts';
import type { CallContext, ProviderResult, ResultImage } from './contract.ts';
import { messageOf, providerError } from './errorFrom.ts';
import { ProviderError } from './errors.ts';
import { contextOf, fetchResult } from './http.ts';
import { imageType, isWhole } from './imageType.ts';
import { plainWords } from './plainWords.ts';
import type { ProviderRoutes } from './routes.ts';

/**
 * The picture in a successful answer: base64 in any spelling, a data URL, the address of a file, or the bytes themselves.
 * Rejects with a ProviderError: kind malformed for anything that is not a whole picture, result-expired where the file is gone.
 */
export const readImage = async (
  call: CallContext,
  routes: ProviderRoutes,
  value: string | Uint8Array<ArrayBuffer>,
): Promise<Blob> => {
  const bytes = typeof value === 'string' ? await bytesOf(call, routes, value.trim()) : value;
  if (!bytes) throw noPicture(call, routes, '{name} sent a picture that cannot be decoded.');
  const type = imageType(bytes);
  if (!type) throw disguised(call, routes, bytes);
  if (!isWhole(bytes, type)) throw noPicture(call, routes, '{name} sent a picture that breaks off in the middle.');
  return new Blob([bytes], { type });
};

/** More than any provider is asked for; an answer with a thousand pictures is not read to the end. */
const MOST_IMAGES = 16;

/**
 * All pictures of an answer. Those that cannot be read are left out with a warning; rejects as `readImage` does if none can.
 * `words` is what the answer says besides, for the error of an answer without any picture.
 */
export const readImages = async (
  call: CallContext,
  routes: ProviderRoutes,
  found: readonly { readonly value: string | Uint8Array<ArrayBuffer>; readonly seed: number | null }[],
  words?: string | null,
): Promise<ProviderResult> => {
  const images: ResultImage[] = [];
  const warnings: string[] = [];
  let failure: ProviderError | null = null;
  for (const { value, seed } of found.slice(0, MOST_IMAGES))
    try {
      images.push({ kind: 'file', bytes: await readImage(call, routes, value), seed });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      failure = error;
      warnings.push(`One picture was left out: ${error.message}`);
    }
  if (images.length > 0) return { images, warnings };
  throw failure ?? noPicture(call, routes, undefined, words ?? '');
};

const bytesOf = async (call: CallContext, routes: ProviderRoutes, text: string) =>
  /^https?:/i.test(text)
    ? new Uint8Array(await (await fetchResult(call, routes, text)).arrayBuffer())
    : decodeBase64(text);

/** Where a picture should be there is something else, often an error page or an error as JSON. */
const disguised = (call: CallContext, routes: ProviderRoutes, bytes: Uint8Array): ProviderError => {
  const text = new TextDecoder().decode(bytes.subarray(0, 20_000)).trim();
  if (!/^[<{["]/.test(text)) return noPicture(call, routes, '{name} sent something that is not a picture.');
  let words: string | null = null;
  try {
    words = messageOf(JSON.parse(text));
  } catch {
    // Not JSON: shown as it is, without its tags.
  }
  return noPicture(call, routes, '{name} sent an error text in place of the picture.', words ?? text);
};

/** The answer was a success by its form, but there is no picture in it. `words` is what the provider said instead. */
export const noPicture = (call: CallContext, routes: ProviderRoutes, message?: string, words = ''): ProviderError => {
  const shown = plainWords(words, contextOf(call, routes, 'submit').secrets);
  return providerError(
    'malformed',
    routes.label,
    { mayHaveCharged: 'unknown', ...(shown !== '' && { providerWords: shown }) },
    message === undefined ? {} : { message },
  );
};
