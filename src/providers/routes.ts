/** One call that a provider offers. `path` begins with a slash, relative to the base URL, with at most one `{id}`. */
export type ProviderCall = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Another host of the same vendor that serves this one call. Holds only while the base URL is the default one: a test's or a mirror's base URL serves everything itself. */
  readonly baseUrl?: string;
};

/**
 * Where a provider is and how it wants its key: plain data, shared by the page (direct mode) and the gateway.
 * What is not listed here cannot be called by either.
 */
export type ProviderRoutes = {
  readonly id: string;
  readonly label: string;
  /** Environment variables of the gateway begin with this: `HOLYSHEEP` for HOLYSHEEP_API_KEY and HOLYSHEEP_BASE_URL. */
  readonly environment: string;
  /** The default; no slash at the end. */
  readonly baseUrl: string;
  readonly auth: {
    readonly header: string;
    readonly format: 'Bearer {key}' | '{key}';
    /** Other header names that the vendor's documents give. The page asks the gateway for one with the request header `x-overpaint-auth`. */
    readonly alternativeHeaders?: readonly string[];
  };
  readonly calls: readonly ProviderCall[];
  /** Hosts that result pictures are fetched from; `*.` stands for any subdomain. */
  readonly resultHosts: readonly string[];
};
