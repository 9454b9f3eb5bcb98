import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { GatewaySettings } from './settings.ts';

/**
 * Lets only our own page through. Another site can make a browser send requests here, but not with our header, not with our Origin, and
 * not to our host name: one that it owns and lets point here (DNS rebinding) is not on the list.
 */
export const pageOnly =
  (settings: GatewaySettings): MiddlewareHandler =>
  async (context, next) => {
    const isOurs =
      context.req.header('x-overpaint') === '1' && isOwnHost(context, settings) && isOwnOrigin(context, settings);
    if (!isOurs) return refuse(context);
    await next();
    return undefined;
  };

/** The same without our header, which an EventSource and a health check cannot send: for what changes nothing and costs nothing. */
export const ownHostOnly =
  (settings: GatewaySettings): MiddlewareHandler =>
  async (context, next) => {
    if (!isOwnHost(context, settings) || !isOwnOrigin(context, settings)) return refuse(context);
    await next();
    return undefined;
  };

const refuse = (context: Context): Response =>
  problem(context, 403, 'wrong-origin', 'Only Overpaint’s own page may ask for this.');

const hostOf = (context: Context): string => context.req.header('host') ?? new URL(context.req.url).host;

const isOwnHost = (context: Context, { hosts, anyAddress }: GatewaySettings): boolean => {
  const host = hostOf(context);
  // Anything but a name or an address with a port would be read differently by different parsers.
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return hosts.has(hostname) || (anyAddress && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0);
};

const isOwnOrigin = (context: Context, { publicUrl }: GatewaySettings): boolean => {
  const site = context.req.header('sec-fetch-site');
  // `none` is a person who typed the address: harmless for what only reads, and the rest needs our header.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = context.req.header('origin');
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === hostOf(context).toLowerCase();
};
