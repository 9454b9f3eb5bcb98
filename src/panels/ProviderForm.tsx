import { useId } from 'react';
import { useStore } from 'zustand';
import { connectionOf, routeOf } from '../providers/connectionOf.ts';
import type { EditProvider } from '../providers/contract.ts';
import type { GatewayConfig } from '../providers/gatewayConfig.ts';
import { readinessOf } from '../providers/readinessOf.ts';
import { forgetKey, keyStore } from '../storage/keyStore.ts';
import { announce } from '../ui/announce.ts';
import { Check } from '../ui/Check.tsx';
import field from '../ui/field.module.css';
import { Icon } from '../ui/Icon.tsx';
import { ConnectionTest } from './ConnectionTest.tsx';
import { KeyField } from './KeyField.tsx';
import { KeyRoute } from './KeyRoute.tsx';
import { draftProblem, optionsOf, type ProviderDraft } from './providerDraft.ts';
import { SettingFields } from './SettingFields.tsx';
import styles from './ProviderForm.module.css';

type ProviderFormProps = {
  readonly provider: EditProvider;
  readonly gateway: GatewayConfig | null;
  readonly draft: ProviderDraft;
  readonly onChange: (change: Partial<ProviderDraft>) => void;
};

/** Everything that can be set for one provider that is reached over the network. */
export const ProviderForm = ({ provider, gateway, draft, onChange }: ProviderFormProps) => {
  const id = useId();
  const hasStoredKey = useStore(keyStore, ({ keys }) => keys[provider.id] !== undefined);
  const typed = draft.key.trim() !== '';
  const options = optionsOf(provider, gateway, draft);
  const route = routeOf(provider, gateway, options);
  const readiness = readinessOf(provider, gateway, options, typed);
  const keyInGateway = route.kind === 'gateway' && gateway?.providers[provider.id]?.keyInGateway === true;
  const problem = draftProblem(provider, draft);
  const { operations } = provider.capabilities(draft.settings);
  const takesMask = Object.values(operations).some(({ mask }) => mask.kind !== 'none');

  const forget = (): void => {
    forgetKey(provider.id);
    onChange({ key: '', remembered: false });
    announce('Key forgotten.');
  };

  return (
    <div className={styles.form}>
      {!readiness.ready && (
        <p className={styles.notice}>
          <Icon name="warning" small />
          {readiness.reason}
        </p>
      )}
      <KeyField
        value={draft.key}
        remembered={draft.remembered}
        placeholder={keyInGateway ? 'The gateway has a key. One typed here is used instead.' : ''}
        onForget={hasStoredKey || typed ? forget : undefined}
        onChange={(key) => onChange({ key })}
        onRemember={(remembered) => onChange({ remembered })}
      />
      <div className={field.field}>
        <label className={field.label} htmlFor={`${id}base`}>
          Base URL
        </label>
        <input
          id={`${id}base`}
          className={field.input}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={draft.baseUrl}
          placeholder={provider.defaultBaseUrl ?? ''}
          aria-invalid={problem !== null}
          aria-describedby={`${id}base-note`}
          onChange={(event) => onChange({ baseUrl: event.currentTarget.value })}
        />
        <p className={problem ? styles.problem : field.note} id={`${id}base-note`}>
          {problem ?? baseNote(route.kind, gateway !== null)}
        </p>
      </div>
      <SettingFields
        provider={provider}
        values={draft.settings}
        onChange={(key, value) => onChange({ settings: { ...draft.settings, [key]: value } })}
      />
      {takesMask && (
        <Check
          label="Invert mask before sending"
          checked={draft.invertMask}
          onChange={(invertMask) => onChange({ invertMask })}
        />
      )}
      {provider.test && (
        <ConnectionTest
          key={provider.id}
          provider={provider}
          connection={connectionOf(provider, gateway, options, typed ? draft.key.trim() : null)}
          reason={problem ?? (typed || keyInGateway ? null : 'Enter a key first.')}
        />
      )}
      <KeyRoute route={route} typed={typed} keyInGateway={keyInGateway} />
    </div>
  );
};

const baseNote = (route: 'here' | 'gateway' | 'direct', hasGateway: boolean): string => {
  if (route === 'gateway') return 'Calls go through this page’s gateway to this address.';
  return hasGateway
    ? 'Not the gateway’s address: calls go straight from this tab, which the page’s policy and the provider may refuse.'
    : 'Without a gateway calls go straight from this tab, which the provider may refuse.';
};
