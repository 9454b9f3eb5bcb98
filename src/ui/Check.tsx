import styles from './Check.module.css';

type CheckProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Id of what describes it. */
  readonly describedBy?: string | undefined;
};

/** A native checkbox with its words. */
export const Check = ({ label, checked, onChange, describedBy }: CheckProps) => (
  <label className={styles.check}>
    <input
      type="checkbox"
      checked={checked}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {label}
  </label>
);
