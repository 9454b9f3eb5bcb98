import type { ProviderRoutes } from '../providers/routes.ts';
import { headersFor, providerOrigins } from './securityHeaders.ts';
import { readSettings } from './settings.ts';

/**
 * The security headers for hosting the page without the gateway, in the form of a `_headers` file, which several static hosts read.
 * The page then calls providers itself, so their origins are allowed.
 */
export const staticHeaders = (providerRoutes: readonly ProviderRoutes[]): string => {
  const headers = Object.entries(headersFor(providerOrigins(readSettings({}, providerRoutes))));
  return ['/*', ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
};
