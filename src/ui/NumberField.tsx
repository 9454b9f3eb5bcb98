import { useState } from 'react';
import styles from './field.module.css';

type NumberFieldProps = {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
};

/** A native number input for whole numbers. What is typed may be unfinished; only a whole number in range is passed on. */
export const NumberField = ({ id, value, min, max, onChange }: NumberFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      id={id}
      className={styles.input}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={1}
      value={draft ?? value}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        const typed = event.currentTarget.valueAsNumber;
        if (Number.isInteger(typed) && typed >= min && typed <= max) onChange(typed);
      }}
      onBlur={() => setDraft(null)}
    />
  );
};
