/**
 * The one door to Worker. Under Trusted Types a worker's address must come from a named policy: this one lets through only
 * the worker files of this build (import them with `?worker&url`).
 */
type ScriptUrlPolicy = { createScriptURL(url: string): TrustedScriptUrl };
type TrustedScriptUrl = string & { readonly trusted: true };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

const isOwnWorker = (url: string): boolean => {
  const address = new URL(url, location.href);
  return address.origin === location.origin && address.pathname.includes('worker');
};

const refuseForeign = (url: string): string => {
  if (!isOwnWorker(url)) throw new TypeError('Refused to start a worker that is not part of this build.');
  return url;
};

let policy: ScriptUrlPolicy | undefined;

const trustedUrl = (url: string): string => {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!trustedTypes) return refuseForeign(url);
  policy ??= trustedTypes.createPolicy('app-worker', { createScriptURL: refuseForeign });
  return policy.createScriptURL(url);
};

/** Starts a module worker of this build. `url` comes from an import with `?worker&url`; `name` shows in developer tools. */
export const createWorker = (url: string, name: string): Worker =>
  new Worker(trustedUrl(url), { type: 'module', name });
