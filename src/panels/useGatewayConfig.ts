import { useQuery } from '@tanstack/react-query';
import type { GatewayConfig } from '../providers/gatewayConfig.ts';

/** What the gateway says of itself; null without a gateway, undefined until that is known. Asked once. */
export const useGatewayConfig = (): GatewayConfig | null | undefined =>
  useQuery({
    queryKey: ['gateway-config'],
    // Fetched with its reader when it is first needed: nothing of it is in the way of the first screen.
    queryFn: async ({ signal }) => (await import('../providers/fetchGatewayConfig.ts')).fetchGatewayConfig(signal),
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
  }).data;
