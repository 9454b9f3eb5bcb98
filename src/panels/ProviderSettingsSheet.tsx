import { useState } from 'react';
import { useStore } from 'zustand';
import type { EditProvider } from '../providers/contract.ts';
import { providerOf, providers } from '../providers/registry.ts';
import { readinessOf } from '../providers/readinessOf.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ListBox } from '../ui/ListBox.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { draftOf, draftProblem, optionsOf, saveDraft, type ProviderDraft } from './providerDraft.ts';
import { ProviderForm } from './ProviderForm.tsx';
import { settingsStore } from './settingsStore.ts';
import { useGatewayConfig } from './useGatewayConfig.ts';
import styles from './ProviderForm.module.css';

/** Keys, addresses and dialects of all providers. Nothing is kept before Save, except that "Forget key" forgets at once. */
export const ProviderSettingsSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const gateway = useGatewayConfig(true) ?? null;
  const chosen = useStore(settingsStore, (state) => state.provider);
  const [shown, setShown] = useState(chosen);
  const [drafts, setDrafts] = useState<Readonly<Record<string, ProviderDraft>>>({});
  const provider = providerOf(shown);
  const draftFor = (each: EditProvider): ProviderDraft => drafts[each.id] ?? draftOf(each, gateway);

  const change = (part: Partial<ProviderDraft>): void =>
    setDrafts((now) => ({ ...now, [provider.id]: { ...(now[provider.id] ?? draftOf(provider, gateway)), ...part } }));

  const save = (): void => {
    const changed = providers.filter(({ id }) => drafts[id]);
    const wrong = changed.find((each) => draftProblem(each, draftFor(each)) !== null);
    if (wrong) {
      setShown(wrong.id);
      announce('Not saved. The Base URL cannot be used.');
      return;
    }
    for (const each of changed) saveDraft(each, gateway, draftFor(each));
    onClose();
    announce('Provider settings saved.');
  };

  return (
    <Sheet
      title="Provider settings"
      width={800}
      flush
      onClose={onClose}
      footer={
        <>
          {provider.documentation && (
            <a className={styles.link} href={provider.documentation} target="_blank" rel="noreferrer noopener">
              Documentation
            </a>
          )}
          <span className={styles.grow} />
          <Button variant="line" size="big" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" size="big" onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles.split}>
        <div className={styles.list}>
          <ListBox
            name="Providers"
            vertical
            selected={provider.id}
            onSelect={setShown}
            items={providers.map((each) => {
              const draft = draftFor(each);
              const { ready, words } = readinessOf(
                each,
                gateway,
                optionsOf(each, gateway, draft),
                draft.key.trim() !== '',
              );
              return {
                id: each.id,
                label: `${each.label}, ${words}`,
                content: <Row {...{ provider: each, ready, words }} />,
              };
            })}
          />
        </div>
        {provider.defaultBaseUrl === null ? (
          <p className={styles.form}>It works on this computer. Nothing is sent, and there is nothing to set.</p>
        ) : (
          <ProviderForm
            key={provider.id}
            provider={provider}
            gateway={gateway}
            draft={draftFor(provider)}
            onChange={change}
          />
        )}
      </div>
    </Sheet>
  );
};

type RowProps = { readonly provider: EditProvider; readonly ready: boolean; readonly words: string };

const Row = ({ provider, ready, words }: RowProps) => (
  <div className={styles.provider}>
    <span>{provider.label}</span>
    {ready && <Icon name="check" small />}
    <span className={styles.meta}>{words}</span>
  </div>
);
