import type { Connection } from './contract.ts';
import { providerError } from './errorFrom.ts';
import type { ProviderError } from './errors.ts';
import type { ProviderCall, ProviderRoutes } from './routes.ts';

/** Which of a provider's listed calls is made. */
export type Target = {
  readonly method: ProviderCall['method'];
  /** Exactly as it stands in the provider's routes, `{id}` included. */
  readonly path: string;
  /** Put in place of `{id}`, percent-encoded. */
  readonly id?: string;
  /** One of the provider's alternative header names, where the user chose it. */
  readonly authHeader?: string;
};

export type Address = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** The base path that a connection through the gateway has. */
const gatewayBase = (id: string): string => `/api/providers/${id}`;

export const isGateway = (connection: Connection, routes: ProviderRoutes): boolean =>
  connection.baseUrl === gatewayBase(routes.id);

/**
 * Where a call goes and which headers carry the key. The key goes to the origin of the base URL (or another host that the provider's own
 * routes name), or to this app's own gateway; there is no way to send it anywhere else.
 * @throws ProviderError of kind config where the base URL or the key cannot be used.
 */
export const addressOf = (connection: Connection, routes: ProviderRoutes, target: Target): Address => {
  const call = routes.calls.find(({ method, path }) => method === target.method && path === target.path);
  if (!call) throw config(routes.label, `${routes.label} has no call ${target.method} ${target.path}.`);
  const path = filledIn(call.path, target.id, routes.label);
  const authHeader = authHeaderOf(routes, target.authHeader);
  const key = connection.apiKey === null ? null : sendableKey(connection.apiKey, routes.label);
  if (isGateway(connection, routes)) {
    const headers = {
      'x-overpaint': '1',
      ...(key !== null && { 'x-overpaint-key': key }),
      ...(authHeader !== routes.auth.header && { 'x-overpaint-auth': authHeader }),
    };
    return { url: gatewayBase(routes.id) + path, headers };
  }
  if (key === null)
    throw config(routes.label, `${routes.label} needs an API key.`, 'Enter the key in Provider settings.');
  const base = directBase(connection.baseUrl, routes.label);
  const home = call.baseUrl !== undefined && base === routes.baseUrl ? call.baseUrl : base;
  return { url: home + path, headers: { [authHeader]: routes.auth.format.replace('{key}', () => key) } };
};

/** Where a result picture is fetched: never with a key. */
export const resultAddressOf = (connection: Connection, routes: ProviderRoutes, url: string): Address => {
  if (isGateway(connection, routes))
    return {
      url: `${gatewayBase(routes.id)}/result?url=${encodeURIComponent(url)}`,
      headers: { 'x-overpaint': '1' },
    };
  const address = absolute(url);
  const local = isLoopback(absolute(connection.baseUrl)?.hostname ?? '');
  if (!address || !isFetchable(address, local))
    throw providerError(
      'malformed',
      routes.label,
      { mayHaveCharged: 'yes' },
      {
        message: '{name} named an address for the picture that cannot be fetched safely.',
      },
    );
  return { url: address.href, headers: {} };
};

/** The base URL of direct mode as it is used: absolute, https (http only on this machine), without a slash at the end. */
const directBase = (text: string, label: string): string => {
  const url = absolute(text);
  if (url?.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw config(label, `The base URL of ${label} is not a plain web address.`);
  if (!isFetchable(url, isLoopback(url.hostname)))
    throw config(label, `The base URL of ${label} must begin with https://.`);
  // Not href: that keeps a bare "?" or "#" at its end, which would swallow the path of the call.
  return url.origin + url.pathname.replace(/\/+$/, '');
};

const absolute = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

/** Plain http is for services on this machine, and only where the base URL is one itself. */
const isFetchable = (url: URL, localAllowed: boolean): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && localAllowed && isLoopback(url.hostname));

const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

const LONGEST_ID = 500;

const filledIn = (path: string, id: string | undefined, label: string): string => {
  if (!path.includes('{id}')) return path;
  // Dots alone would climb to another path; half a surrogate pair cannot be encoded.
  if (id === undefined || id === '' || id.length > LONGEST_ID || /^\.+$|\p{Surrogate}/u.test(id))
    throw providerError(
      'malformed',
      label,
      { mayHaveCharged: 'unknown' },
      {
        message: '{name} gave the job no usable number.',
      },
    );
  return path.replace('{id}', () => encodeURIComponent(id));
};

const authHeaderOf = ({ auth }: ProviderRoutes, wanted: string | undefined): string =>
  auth.alternativeHeaders?.find((name) => name === wanted) ?? auth.header;

/** Header values hold visible ASCII; anything else would make fetch fail with the key in its message. */
const sendableKey = (key: string, label: string): string => {
  const trimmed = key.trim();
  if (!/^[\x20-\x7e]+$/.test(trimmed))
    throw config(label, `The API key of ${label} has characters that keys never have.`, 'Copy the key again.');
  return trimmed;
};

const config = (label: string, message: string, nextStep?: string): ProviderError =>
  providerError('config', label, { mayHaveCharged: 'no' }, { message, ...(nextStep !== undefined && { nextStep }) });
