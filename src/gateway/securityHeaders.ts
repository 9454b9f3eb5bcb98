import type { MiddlewareHandler } from 'hono';
import type { GatewaySettings } from './settings.ts';

/**
 * Nothing but our own files runs or is contacted; `connect` lists the origins that the page may call besides its own. `wasm-unsafe-eval`
 * lets the on-device fill compile its kernels; `blob:` and `data:` pictures are the user's own. Trusted Types: `app-worker` starts our
 * workers, `default` lets through only the empty string, with which Konva clears its container.
 */
const contentSecurityPolicy = (connect: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app-worker default',
  ].join('; ');

/** What every answer carries, errors included. */
export const headersFor = (connect: readonly string[]): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurityPolicy(connect),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
});

export const securityHeaders = (connect: readonly string[]): MiddlewareHandler => {
  const headers = Object.entries(headersFor(connect));
  return async (context, next) => {
    await next();
    for (const [name, value] of headers) context.header(name, value);
  };
};

/** Exact origins of all providers' calls, for a page that calls them itself. */
export const providerOrigins = ({ providers }: Pick<GatewaySettings, 'providers'>): string[] => {
  const addresses = [...providers.values()].flatMap(({ baseUrl, isOverridden, routes }) => [
    baseUrl,
    ...(isOverridden ? [] : routes.calls.flatMap((call) => call.baseUrl ?? [])),
  ]);
  return [...new Set(addresses.map((address) => new URL(address).origin))].sort();
};
