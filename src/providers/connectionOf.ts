import type { Connection, EditProvider, ParameterValue } from './contract.ts';
import type { GatewayConfig } from './gatewayConfig.ts';

/** What the user set for one provider; whatever is missing is the provider's own. */
export type ProviderOptions = {
  /** Null: the provider's own address, or the gateway's where there is one. */
  readonly baseUrl: string | null;
  readonly settings: Readonly<Record<string, ParameterValue>>;
};

export const noOptions: ProviderOptions = { baseUrl: null, settings: {} };

/** Which way a request takes: it stays here, goes through this page's gateway, or straight from this tab. */
export type Route =
  | { readonly kind: 'here' }
  | { readonly kind: 'gateway'; readonly baseUrl: string }
  | { readonly kind: 'direct'; readonly baseUrl: string };

/** Through the gateway where there is one and the user asks for no other address than the gateway's. */
export const routeOf = (provider: EditProvider, gateway: GatewayConfig | null, options: ProviderOptions): Route => {
  const { defaultBaseUrl } = provider;
  if (defaultBaseUrl === null) return { kind: 'here' };
  const served = gateway?.providers[provider.id];
  if (!served) return { kind: 'direct', baseUrl: options.baseUrl ?? defaultBaseUrl };
  const gatewayBase = served.baseUrl ?? defaultBaseUrl;
  return options.baseUrl === null || options.baseUrl === gatewayBase
    ? { kind: 'gateway', baseUrl: gatewayBase }
    : { kind: 'direct', baseUrl: options.baseUrl };
};

/** The provider's settings, the user's choices over what it begins with. */
export const settingsOf = (provider: EditProvider, options: ProviderOptions): Connection['settings'] => ({
  ...Object.fromEntries(provider.settings.map(({ key, initial }) => [key, initial])),
  ...options.settings,
});

/** How a call reaches the provider. `apiKey` is the one typed in this tab, or null. */
export const connectionOf = (
  provider: EditProvider,
  gateway: GatewayConfig | null,
  options: ProviderOptions,
  apiKey: string | null,
): Connection => {
  const route = routeOf(provider, gateway, options);
  const settings = settingsOf(provider, options);
  switch (route.kind) {
    case 'here':
      return { baseUrl: '', apiKey: null, settings };
    case 'gateway':
      return { baseUrl: `/api/providers/${provider.id}`, apiKey, settings };
    case 'direct':
      return { baseUrl: route.baseUrl, apiKey, settings };
  }
};
