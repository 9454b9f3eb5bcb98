/** What the gateway says of itself: facts, never a key. */
export type GatewayConfig = {
  readonly providers: Readonly<Record<string, { readonly keyInGateway: boolean; readonly baseUrl: string | null }>>;
  /** The address under which it can be reached from outside, or null. */
  readonly publicUrl: string | null;
  readonly uploads: 'local' | 's3' | null;
  readonly webhooks: boolean;
};
