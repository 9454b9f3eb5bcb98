import type { Handler } from 'hono';
import { takesWebhooks, uploadsFor, type GatewaySettings } from './settings.ts';

/** What the page may know about this gateway. No key is ever in it. */
export type GatewayConfig = {
  readonly providers: Readonly<Record<string, ProviderConfig>>;
  readonly publicUrl: string | null;
  readonly uploads: 'local' | 's3' | null;
  readonly webhooks: boolean;
};

type ProviderConfig = {
  readonly keyInGateway: boolean;
  readonly baseUrl: string;
  /** Whether uploads have an address that this provider can reach, and where they lie then. */
  readonly uploads: 'local' | 's3' | null;
  readonly webhooks: boolean;
};

export const gatewayConfig = (settings: GatewaySettings): GatewayConfig => {
  const all = [...settings.providers.values()];
  const providers = all.map((provider): [string, ProviderConfig] => [
    provider.routes.id,
    {
      keyInGateway: provider.key !== null,
      baseUrl: provider.baseUrl,
      uploads: uploadsFor(settings, provider),
      webhooks: takesWebhooks(settings, provider),
    },
  ]);
  return {
    providers: Object.fromEntries(providers),
    publicUrl: settings.publicUrl,
    uploads: settings.s3 ? 's3' : settings.publicUrl === null ? null : 'local',
    webhooks: all.some((provider) => takesWebhooks(settings, provider)),
  };
};

export const config =
  (settings: GatewaySettings): Handler =>
  (context) =>
    context.json(gatewayConfig(settings));
