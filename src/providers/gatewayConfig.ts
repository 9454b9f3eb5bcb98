/** What the gateway says of itself: facts, never a key. */
export type GatewayConfig = {
  readonly providers: Readonly<Record<string, GatewayProvider>>;
  /** The address under which it can be reached from outside, or null. */
  readonly publicUrl: string | null;
  readonly uploads: 'local' | 's3' | null;
  readonly webhooks: boolean;
};

export type GatewayProvider = {
  readonly keyInGateway: boolean;
  /** Where it forwards to; null: the provider's own address. */
  readonly baseUrl: string | null;
  /** Where files are put that this provider can fetch; null where it could reach none. */
  readonly uploads: 'local' | 's3' | null;
  /** Whether this provider can report to it. */
  readonly webhooks: boolean;
};
