import { useState } from 'react';
import styles from './field.module.css';

type NumberFieldProps = {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Below 1 it takes fractions; 1 where left out. */
  readonly step?: number;
  readonly onChange: (value: number) => void;
  /** Id of what describes it. */
  readonly describedBy?: string | undefined;
};

/** A native number input. What is typed may be unfinished; only a number in range, a whole one unless `step` is a fraction, is passed on. */
export const NumberField = ({ id, value, min, max, step = 1, onChange, describedBy }: NumberFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      id={id}
      className={styles.input}
      aria-describedby={describedBy}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={step}
      value={draft ?? value}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        const typed = event.currentTarget.valueAsNumber;
        if ((step < 1 ? Number.isFinite(typed) : Number.isInteger(typed)) && typed >= min && typed <= max)
          onChange(typed);
      }}
      onBlur={() => setDraft(null)}
    />
  );
};
