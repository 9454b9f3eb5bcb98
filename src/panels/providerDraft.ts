import { baseUrlProblem } from '../providers/baseUrlProblem.ts';
import { routeOf, settingsOf, type ProviderOptions } from '../providers/connectionOf.ts';
import type { EditProvider, ParameterValue } from '../providers/contract.ts';
import type { GatewayConfig } from '../providers/gatewayConfig.ts';
import { keepKey, keyStore } from '../storage/keyStore.ts';
import { choicesOf, choose, settingsStore } from './settingsStore.ts';

/** What the dialog shows of one provider until it is saved. */
export type ProviderDraft = {
  readonly key: string;
  readonly remembered: boolean;
  readonly baseUrl: string;
  readonly settings: Readonly<Record<string, ParameterValue>>;
  readonly invertMask: boolean;
};

/** What is in force now, as a draft. */
export const draftOf = (provider: EditProvider, gateway: GatewayConfig | null): ProviderDraft => {
  const { options, invertMask } = choicesOf(settingsStore.getState(), provider.id);
  const route = routeOf(provider, gateway, options);
  const typed = keyStore.getState().keys[provider.id];
  return {
    key: typed?.value ?? '',
    remembered: typed?.remembered ?? false,
    baseUrl: route.kind === 'here' ? '' : route.baseUrl,
    settings: settingsOf(provider, options),
    invertMask,
  };
};

/** The draft as it would be kept: an address that is the provider's or the gateway's own is not kept as a choice. */
export const optionsOf = (
  provider: EditProvider,
  gateway: GatewayConfig | null,
  { baseUrl, settings }: ProviderDraft,
): ProviderOptions => {
  const own = routeOf(provider, gateway, { baseUrl: null, settings });
  const typed = withoutSlash(baseUrl);
  return {
    baseUrl: own.kind === 'here' || typed === '' || typed === withoutSlash(own.baseUrl) ? null : typed,
    settings,
  };
};

/** Why the draft cannot be saved, as a sentence, or null. An empty address means the provider's own. */
export const draftProblem = (provider: EditProvider, { baseUrl }: ProviderDraft): string | null =>
  provider.defaultBaseUrl === null || baseUrl.trim() === '' ? null : baseUrlProblem(baseUrl.trim());

export const saveDraft = (provider: EditProvider, gateway: GatewayConfig | null, draft: ProviderDraft): void => {
  keepKey(provider.id, draft.key.trim(), draft.remembered);
  choose(provider.id, { options: optionsOf(provider, gateway, draft), invertMask: draft.invertMask });
};

const withoutSlash = (address: string): string => address.trim().replace(/\/+$/, '');
