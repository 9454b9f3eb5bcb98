import { decodeBase64 } from './base64.ts';
import type { CallContext } from './contract.ts';
import { messageOf, providerError } from './errorFrom.ts';
import type { ProviderError } from './errors.ts';
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
