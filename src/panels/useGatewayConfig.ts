import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { GatewayConfig } from '../providers/gatewayConfig.ts';

const queryKey = ['gateway-config'];

/** Asks the gateway what it is, unless that is known already; null without one. */
export const askGateway = (client: QueryClient): Promise<GatewayConfig | null> =>
  client.query({
    queryKey,
    queryFn: async ({ signal }) => (await import('../providers/fetchGatewayConfig.ts')).fetchGatewayConfig(signal),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    networkMode: 'always',
  });

/**
 * What the gateway says of itself; null without a gateway, undefined until that is known. Asked once, when it first matters: what
 * happens on this computer alone asks nobody. Read straight from the cache: an observer of its own would be 3 kB for one answer.
 */
export const useGatewayConfig = (matters: boolean): GatewayConfig | null | undefined => {
  const client = useQueryClient();
  useEffect(() => {
    // Where even the reader of the answer can't be loaded there is nothing to be reached either.
    if (matters) askGateway(client).catch(() => client.setQueryData(queryKey, null));
  }, [client, matters]);
  const subscribe = useCallback((onChange: () => void) => client.getQueryCache().subscribe(onChange), [client]);
  return useSyncExternalStore(subscribe, () => client.getQueryData<GatewayConfig | null>(queryKey));
};
