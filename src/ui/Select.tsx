import { Icon } from './Icon.tsx';
import styles from './Select.module.css';

type SelectProps<Value extends string> = {
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** Id of what describes it. */
  readonly describedBy?: string | undefined;
};

/** The browser's own list of choices in our clothes. */
export const Select = <Value extends string>(props: SelectProps<Value>) => {
  const { name, value, options, onChange, describedBy } = props;
  return (
    <span className={styles.select}>
      <select
        className={styles.native}
        aria-label={name}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" small />
    </span>
  );
};
