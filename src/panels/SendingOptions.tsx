import { settingsOf } from '../providers/connectionOf.ts';
import type { EditProvider } from '../providers/contract.ts';
import { Check } from '../ui/Check.tsx';
import field from '../ui/field.module.css';
import { Select } from '../ui/Select.tsx';
import type { ProviderDraft } from './providerDraft.ts';

const unevenWays = [
  { value: 'pad-inpaint', label: 'Pad and inpaint, 1 call' },
  { value: 'native-split', label: 'Grow side by side, up to 3 calls' },
] as const;

type SendingOptionsProps = {
  readonly provider: EditProvider;
  readonly draft: ProviderDraft;
  readonly onChange: (change: Partial<ProviderDraft>) => void;
};

/** How masks and expansions are sent to this provider, where it matters to it. */
export const SendingOptions = ({ provider, draft, onChange }: SendingOptionsProps) => {
  const { operations } = provider.capabilities(settingsOf(provider, { baseUrl: null, settings: draft.settings }));
  const taken = Object.values(operations);
  return (
    <>
      {taken.some(({ outpaint }) => outpaint?.kind === 'direction') && (
        <div className={field.field}>
          <span className={field.label} aria-hidden="true">
            Uneven expansion
          </span>
          <Select
            name="Uneven expansion"
            options={unevenWays}
            value={draft.unevenOutpaint}
            onChange={(unevenOutpaint) => onChange({ unevenOutpaint })}
          />
        </div>
      )}
      {taken.some(({ mask }) => mask.kind !== 'none') && (
        <Check
          label="Invert mask before sending"
          checked={draft.invertMask}
          onChange={(invertMask) => onChange({ invertMask })}
        />
      )}
    </>
  );
};
