import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import field from '../ui/field.module.css';
import { tip } from '../ui/tip.ts';
import styles from './ProviderForm.module.css';

type KeyFieldProps = {
  readonly value: string;
  readonly remembered: boolean;
  readonly placeholder: string;
  /** Absent where there is nothing to forget. */
  readonly onForget?: (() => void) | undefined;
  readonly onChange: (value: string) => void;
  readonly onRemember: (remembered: boolean) => void;
};

/** The key of a provider: masked until asked for. */
export const KeyField = (props: KeyFieldProps) => {
  const { value, remembered, placeholder, onForget, onChange, onRemember } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);

  // Written as a property: a value that React controls would also stand in the page's markup, where a copy of the page takes it along.
  useLayoutEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [value]);

  const toggle = shown ? 'Hide key' : 'Show key';
  return (
    <div className={field.field}>
      <div className={styles.between}>
        <label className={field.label} htmlFor={id}>
          API key
        </label>
        {onForget && (
          <Button variant="link" size="small" onClick={onForget}>
            Forget key
          </Button>
        )}
      </div>
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          className={field.input}
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={placeholder}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Button
          {...tip({ label: toggle })}
          variant="line"
          icon="eye"
          aria-label={toggle}
          onClick={() => setShown(!shown)}
        />
      </div>
      <Check
        label="Remember until this tab closes. Otherwise it is gone on reload."
        checked={remembered}
        onChange={onRemember}
      />
    </div>
  );
};
