import { useMemo } from 'react';
import { useStore } from 'zustand';
import { routeOf, settingsOf, type Route } from '../providers/connectionOf.ts';
import type { Capabilities, EditProvider, Operation } from '../providers/contract.ts';
import type { GatewayConfig } from '../providers/gatewayConfig.ts';
import { providerOf } from '../providers/registry.ts';
import { readinessOf, type Readiness } from '../providers/readinessOf.ts';
import { keyStore } from '../storage/keyStore.ts';
import { operationOf } from './editRequestOf.ts';
import { choicesOf, settingsStore, type ProviderChoices } from './settingsStore.ts';
import { useGatewayConfig } from './useGatewayConfig.ts';

export type ChosenProvider = {
  readonly provider: EditProvider;
  readonly choices: ProviderChoices;
  readonly capabilities: Capabilities;
  readonly operation: Operation;
  readonly gateway: GatewayConfig | null;
  readonly route: Route;
  readonly readiness: Readiness;
};

const lookingForGateway: Readiness = { ready: false, words: 'Asking', reason: 'Looking for the gateway of this page.' };

/** The provider in the request panel, what is chosen for it, and whether it can work now. */
export const useChosenProvider = (): ChosenProvider => {
  const provider = providerOf(useStore(settingsStore, (state) => state.provider));
  const choices = useStore(settingsStore, (state) => choicesOf(state, provider.id));
  const hasKey = useStore(keyStore, ({ keys }) => keys[provider.id] !== undefined);
  const local = provider.defaultBaseUrl === null;
  const config = useGatewayConfig(!local);
  return useMemo(() => {
    const { options } = choices;
    const gateway = config ?? null;
    const capabilities = provider.capabilities(settingsOf(provider, options));
    return {
      provider,
      choices,
      capabilities,
      operation: operationOf(capabilities, choices),
      gateway,
      route: routeOf(provider, gateway, options),
      readiness: config === undefined && !local ? lookingForGateway : readinessOf(provider, gateway, options, hasKey),
    };
  }, [provider, choices, hasKey, config, local]);
};
