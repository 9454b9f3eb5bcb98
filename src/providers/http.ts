/** The one door to fetch. */

/** Loads a file of this build, for example a sample picture. Only paths of the app's own origin are accepted; never sends anything along. */
export const fetchOwnFile = async (path: string, signal?: AbortSignal): Promise<Blob> => {
  const address = new URL(path, location.href);
  if (address.origin !== location.origin) throw new TypeError('Only files of this app can be loaded here.');
  const response = await fetch(address, { credentials: 'omit', redirect: 'error', ...(signal && { signal }) });
  if (!response.ok) throw new Error(`The file could not be loaded (HTTP ${response.status}).`);
  return response.blob();
};

/** The browser's own fetch, for CallContext: a test puts its own in its place. */
export const networkFetch: typeof globalThis.fetch = (input, init) => fetch(input, init);
