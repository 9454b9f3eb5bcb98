import type { ProviderCall } from '../providers/routes.ts';
import type { ProviderSettings } from './settings.ts';

/** Job numbers as vendors make them. Nothing that a server could take for a separator, also not when it decodes twice. */
const ID = /^[\w.~:@+=-]{1,500}$/;

/**
 * The address that a path below `/api/providers/:id` stands for, or undefined where no listed call has this method and path.
 * The address is made of the table's own text; of what the client sent only a checked `{id}` gets into it.
 */
export const findCall = (provider: ProviderSettings, method: string, path: string): URL | undefined => {
  for (const call of provider.routes.calls) {
    const filledIn = call.method === method ? matched(call, path) : undefined;
    if (filledIn !== undefined) return new URL(baseOf(provider, call) + filledIn);
  }
  return undefined;
};

const baseOf = (provider: ProviderSettings, call: ProviderCall): string =>
  provider.isOverridden ? provider.baseUrl : (call.baseUrl ?? provider.baseUrl);

const matched = ({ path }: ProviderCall, asked: string): string | undefined => {
  const [before = '', after] = path.split('{id}');
  if (after === undefined) return asked === path ? path : undefined;
  if (!asked.startsWith(before) || !asked.endsWith(after)) return undefined;
  const id = decoded(asked.slice(before.length, asked.length - after.length));
  if (id === undefined || !ID.test(id) || /^\.+$/.test(id)) return undefined;
  return before + encodeURIComponent(id) + after;
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
