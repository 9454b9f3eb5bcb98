import type { IncomingHttpHeaders } from 'node:http';
import type { ProviderSettings } from './settings.ts';

/**
 * What of a page's request reaches a provider. A list of what passes, not of what is dropped: cookies, authorization, origin, referer and
 * anything a browser may add one day stay here.
 */
const PASSED_ON = ['accept', 'cache-control', 'content-type', 'content-length'];

/** What of a provider's answer reaches the page: never set-cookie, never a location. */
const PASSED_BACK = ['content-type', 'content-encoding', 'content-length', 'retry-after', 'x-request-id'];

/** Headers of the call to the provider; `key` goes into the provider's own header, or into the listed other one that was asked for. */
export const requestHeaders = (
  read: (name: string) => string | undefined,
  { routes }: ProviderSettings,
  key: string,
): Record<string, string> => {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  for (const name of PASSED_ON) {
    const value = read(name);
    if (value !== undefined) headers[name] = value;
  }
  const wanted = read('x-overpaint-auth')?.toLowerCase();
  const keyHeader = routes.auth.alternativeHeaders?.find((name) => name.toLowerCase() === wanted);
  headers[keyHeader ?? routes.auth.header] = routes.auth.format.replace('{key}', () => key);
  return headers;
};

/** Headers of the answer to the page. */
export const answerHeaders = (headers: IncomingHttpHeaders): Record<string, string> => {
  const passed: Record<string, string> = { 'content-type': 'application/octet-stream' };
  for (const name of PASSED_BACK) {
    const value = headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  return passed;
};
