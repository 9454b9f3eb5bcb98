import { routeOf, settingsOf, type ProviderOptions } from './connectionOf.ts';
import type { EditProvider } from './contract.ts';
import type { GatewayConfig } from './gatewayConfig.ts';

/** Whether a provider can work now. `words` name the state in two or three words; `reason` says what is missing and what to do. */
export type Readiness =
  | { readonly ready: true; readonly words: string }
  | { readonly ready: false; readonly words: string; readonly reason: string };

/** `hasKey`: a key for it was typed in this tab. */
export const readinessOf = (
  provider: EditProvider,
  gateway: GatewayConfig | null,
  options: ProviderOptions,
  hasKey: boolean,
): Readiness => {
  const route = routeOf(provider, gateway, options);
  if (route.kind === 'here') return { ready: true, words: 'No key needed' };
  const { needs } = provider.capabilities(settingsOf(provider, options));
  if (route.kind === 'direct' && (needs.gateway === 'required' || needs.publicUploads)) {
    const reason = gateway
      ? `${provider.label} works only through the gateway. Set its Base URL back.`
      : `${provider.label} works only through the gateway. Start Overpaint with “npm start”.`;
    return { ready: false, words: 'Needs the gateway', reason };
  }
  const served = gateway?.providers[provider.id];
  if (needs.publicUploads && !served?.uploads) {
    const reason = `${provider.label} fetches the picture from an address that it can reach. Set PUBLIC_URL in the gateway.`;
    return { ready: false, words: 'Needs public address', reason };
  }
  if (hasKey) return { ready: true, words: 'Key in this tab' };
  if (route.kind === 'gateway' && served?.keyInGateway) return { ready: true, words: 'Key in gateway' };
  return { ready: false, words: 'No key yet', reason: `${provider.label} needs a key. Enter it in Provider settings.` };
};
