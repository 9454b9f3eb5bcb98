import { isLoopback } from './loopback.ts';
import type { ProviderSettings } from './settings.ts';

/**
 * Reads the address of a result. Undefined where it may not be fetched: a host that is not on the provider's list, anything but https
 * on its usual port, a user name. A provider on this machine may also name its own address.
 */
export const resultAddress = (provider: ProviderSettings, text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username !== '' || url.password !== '') return undefined;
  if (isOwnLoopback(provider, url)) return url;
  const isUsual = url.protocol === 'https:' && url.port === '';
  return isUsual && hostsOf(provider).some((pattern) => fits(pattern, url.hostname)) ? url : undefined;
};

/** Whether the result lies at the very address of a provider that runs on this machine, as in tests and demonstrations. */
export const isOwnLoopback = ({ baseUrl }: ProviderSettings, { origin, hostname }: URL): boolean =>
  isLoopback(hostname) && new URL(baseUrl).origin === origin;

const hostsOf = ({ baseUrl, resultHosts }: ProviderSettings): readonly string[] => [
  ...resultHosts,
  new URL(baseUrl).hostname,
];

/** `*.example.com` stands for every subdomain, not for the domain itself. An address in numbers fits no pattern with a star. */
const fits = (pattern: string, hostname: string): boolean =>
  pattern.startsWith('*.')
    ? hostname.endsWith(pattern.slice(1)) && hostname.length >= pattern.length
    : hostname === pattern;
