import type { ProviderRoutes } from '../providers/routes.ts';
import { isLoopback } from './loopback.ts';

/** One provider as this gateway reaches it. */
export type ProviderSettings = {
  readonly routes: ProviderRoutes;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Base URL set by the environment: it then serves every call, also those that the routes send to other hosts. */
  readonly isOverridden: boolean;
  readonly key: string | null;
  readonly resultHosts: readonly string[];
  readonly webhookSecret: string | null;
  /** Names of request headers that may hold the signature; the first one present counts. */
  readonly signatureHeaders: readonly string[];
};

/** S3-compatible storage, addressed by path: `<endpoint>/<bucket>/<key>`. */
export type S3Settings = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export type GatewaySettings = {
  readonly providers: ReadonlyMap<string, ProviderSettings>;
  /** Origin under which the gateway is reached from outside. */
  readonly publicUrl: string | null;
  /** Host names that requests may ask for. */
  readonly hosts: ReadonlySet<string>;
  /** Bound to every interface: then any address (not name) of this machine is a host. */
  readonly anyAddress: boolean;
  readonly s3: S3Settings | null;
  /** Whether the page may call providers past the gateway. */
  readonly directCalls: boolean;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what the environment says about the gateway. Throws one sentence for people where it cannot be used; never names a key's value. */
export const readSettings = (environment: Environment, providerRoutes: readonly ProviderRoutes[]): GatewaySettings => {
  const read = (name: string): string | null => {
    const text = environment[name]?.trim() ?? '';
    return text === '' ? null : text;
  };
  const host = read('HOST');
  const anyAddress = host === '0.0.0.0' || host === '::';
  const publicUrl = read('PUBLIC_URL');
  const publicOrigin = publicUrl === null ? null : readOrigin('PUBLIC_URL', publicUrl);
  const named = [publicOrigin && new URL(publicOrigin).hostname, anyAddress ? null : host && bracketed(host)];
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', ...named.filter((name) => name !== null)]);
  return {
    providers: new Map(providerRoutes.map((routes) => [routes.id, readProvider(routes, read)])),
    publicUrl: publicOrigin,
    hosts,
    anyAddress,
    s3: readS3(read),
    directCalls: read('DIRECT_CALLS') === '1',
  };
};

/** The public address as far as this provider can reach it: one on this machine counts only where the provider is there too. */
export const publicUrlFor = ({ publicUrl }: GatewaySettings, provider: ProviderSettings): string | null =>
  publicUrl !== null && isWithinReach(publicUrl, provider) ? publicUrl : null;

/** Where uploads for this provider go; null where it could not fetch them. */
export const uploadsFor = (settings: GatewaySettings, provider: ProviderSettings): 'local' | 's3' | null => {
  if (settings.s3) return isWithinReach(settings.s3.endpoint, provider) ? 's3' : null;
  return publicUrlFor(settings, provider) === null ? null : 'local';
};

export const takesWebhooks = (settings: GatewaySettings, provider: ProviderSettings): boolean =>
  provider.webhookSecret !== null && publicUrlFor(settings, provider) !== null;

const isWithinReach = (address: string, { baseUrl }: ProviderSettings): boolean =>
  !isLoopback(new URL(address).hostname) || isLoopback(new URL(baseUrl).hostname);

type Read = (name: string) => string | null;

const readProvider = (routes: ProviderRoutes, read: Read): ProviderSettings => {
  const variable = (name: string) => `${routes.environment}_${name}`;
  const baseUrl = read(variable('BASE_URL'));
  const signatureHeader = read(variable('WEBHOOK_HEADER'));
  const more = read(variable('RESULT_HOSTS'))?.split(',') ?? [];
  return {
    routes,
    baseUrl: baseUrl === null ? routes.baseUrl : readAddress(variable('BASE_URL'), baseUrl),
    isOverridden: baseUrl !== null,
    key: readKey(variable('API_KEY'), read),
    resultHosts: [...routes.resultHosts, ...more.map((host) => host.trim().toLowerCase()).filter(Boolean)],
    webhookSecret: read(variable('WEBHOOK_SECRET')),
    signatureHeaders: signatureHeader
      ? [signatureHeader.toLowerCase()]
      : [`x-${routes.id}-signature`, 'x-signature', 'x-webhook-signature'],
  };
};

const readKey = (name: string, read: Read): string | null => {
  const key = read(name);
  if (key !== null && !/^[\x20-\x7e]+$/.test(key)) throw new Error(`${name} has characters that keys never have.`);
  return key;
};

const readS3 = (read: Read): S3Settings | null => {
  const names = ['ENDPOINT', 'BUCKET', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'].map((name) => `UPLOADS_S3_${name}`);
  const missing = names.filter((name) => read(name) === null);
  if (missing.length === names.length) return null;
  if (missing.length > 0) throw new Error(`Uploads to S3 also need ${missing.join(', ')}.`);
  const [endpoint = '', bucket = '', accessKeyId = '', secretAccessKey = ''] = names.map((name) => read(name) ?? '');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new Error('UPLOADS_S3_BUCKET is not a bucket name.');
  return {
    endpoint: readAddress('UPLOADS_S3_ENDPOINT', endpoint),
    bucket,
    region: read('UPLOADS_S3_REGION') ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
  };
};

/** An absolute address without a slash at the end: https, or http on this machine. */
const readAddress = (name: string, text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe)
    throw new Error(`${name} must be an address that begins with https:// (http:// only on this machine).`);
  if (url.username || url.password || url.search || url.hash)
    throw new Error(`${name} must be a plain address, without user name, ? or #.`);
  return url.href.replace(/\/+$/, '');
};

const readOrigin = (name: string, text: string): string => {
  const address = readAddress(name, text);
  if (new URL(address).pathname !== '/') throw new Error(`${name} must be an address without a path.`);
  return address;
};

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host.toLowerCase());
