import type { EditDocument } from '../document/editDocument.ts';
import type { CallSetup, Order } from '../generation/order.ts';
import { editRequestOf } from '../panels/editRequestOf.ts';
import { choicesOf, type SettingsState } from '../panels/settingsStore.ts';
import { connectionOf, settingsOf } from '../providers/connectionOf.ts';
import type { EditProvider } from '../providers/contract.ts';
import type { GatewayConfig } from '../providers/gatewayConfig.ts';
import { wait } from '../providers/wait.ts';
import { keyOf } from '../storage/keyStore.ts';

/** The network's part comes with the first call: on this computer alone none is made. */
const networkFetch: typeof globalThis.fetch = async (input, init) =>
  (await import('../providers/http.ts')).networkFetch(input, init);

/** How calls of that provider are made now: its address, the key typed in this tab, what the gateway can do for it. */
export const callSetupOf = (
  provider: EditProvider,
  state: SettingsState,
  gateway: GatewayConfig | null,
): CallSetup => ({
  connection: connectionOf(provider, gateway, choicesOf(state, provider.id).options, keyOf(provider.id)),
  fetch: networkFetch,
  wait,
  webhooks: gateway?.providers[provider.id]?.webhooks ?? false,
});

/** Everything that one press of Generate depends on, as it is at the press. */
export const orderOf = (
  document: EditDocument,
  provider: EditProvider,
  state: SettingsState,
  gateway: GatewayConfig | null,
): Order => {
  const choices = choicesOf(state, provider.id);
  const capabilities = provider.capabilities(settingsOf(provider, choices.options));
  return {
    document,
    provider,
    request: editRequestOf(state, choices, capabilities),
    call: callSetupOf(provider, state, gateway),
    keepSeed: state.keepSeed,
  };
};
