import { useQuery } from '@tanstack/react-query';
import type { GatewayConfig } from '../providers/gatewayConfig.ts';

/**
 * What the gateway says of itself; null without a gateway, undefined until that is known. Asked once, when it first matters: what
 * happens on this computer alone asks nobody.
 */
export const useGatewayConfig = (matters: boolean): GatewayConfig | null | undefined =>
  useQuery({
    enabled: matters,
    queryKey: ['gateway-config'],
    queryFn: async ({ signal }) => (await import('../providers/fetchGatewayConfig.ts')).fetchGatewayConfig(signal),
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
  }).data;
