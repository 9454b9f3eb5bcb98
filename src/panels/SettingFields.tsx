import { useId } from 'react';
import type { EditProvider, ParameterValue, Setting } from '../providers/contract.ts';
import { Check } from '../ui/Check.tsx';
import field from '../ui/field.module.css';
import { Select } from '../ui/Select.tsx';
import styles from './ProviderForm.module.css';

type SettingFieldsProps = {
  readonly provider: EditProvider;
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly onChange: (key: string, value: ParameterValue) => void;
};

/** The provider's own settings, as its data describe them. */
export const SettingFields = ({ provider, values, onChange }: SettingFieldsProps) => {
  const fields = provider.settings.filter(({ type }) => type !== 'boolean');
  const checks = provider.settings.filter(({ type }) => type === 'boolean');
  const show = (setting: Setting) => (
    <SettingField
      key={setting.key}
      setting={setting}
      value={values[setting.key] ?? setting.initial}
      onChange={(value) => onChange(setting.key, value)}
    />
  );
  return (
    <>
      {fields.length > 0 && <div className={styles.pair}>{fields.map(show)}</div>}
      {checks.map(show)}
    </>
  );
};

type SettingFieldProps = {
  readonly setting: Setting;
  readonly value: ParameterValue;
  readonly onChange: (value: ParameterValue) => void;
};

const SettingField = ({ setting, value, onChange }: SettingFieldProps) => {
  const id = useId();
  const note = setting.help && (
    <p className={field.note} id={`${id}note`}>
      {setting.help}
    </p>
  );
  const describedBy = setting.help === undefined ? undefined : `${id}note`;
  switch (setting.type) {
    case 'boolean':
      return (
        <div className={field.field}>
          <Check label={setting.label} checked={value === true} onChange={onChange} describedBy={describedBy} />
          {note}
        </div>
      );
    case 'choice':
      return (
        <div className={field.field}>
          <span className={field.label} aria-hidden="true">
            {setting.label}
          </span>
          <Select
            name={setting.label}
            value={String(value)}
            options={setting.values}
            onChange={onChange}
            describedBy={describedBy}
          />
          {note}
        </div>
      );
    case 'text':
      return (
        <div className={field.field}>
          <label className={field.label} htmlFor={id}>
            {setting.label}
          </label>
          <input
            id={id}
            className={field.input}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={String(value)}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {note}
        </div>
      );
  }
};
