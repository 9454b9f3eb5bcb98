import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import { tip } from './tip.ts';
import styles from './ToggleGroup.module.css';

export type ToggleOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly keys?: string | undefined;
};

type ToggleGroupProps<Value extends string> = {
  readonly name: string;
  readonly options: readonly ToggleOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Below a window of 1280 px the icons stand alone. */
  readonly iconsWhenNarrow?: boolean;
  readonly wide?: boolean;
};

/** Joined buttons of which one is pressed. */
export const ToggleGroup = <Value extends string>(props: ToggleGroupProps<Value>) => {
  const { name, options, value, onChange, iconsWhenNarrow = false, wide = false } = props;
  return (
    <div className={classes(styles.group, wide && styles.wide)} role="group" aria-label={name}>
      {options.map((option) => (
        <button
          key={option.value}
          {...(iconsWhenNarrow ? tip({ label: option.label, keys: option.keys }) : {})}
          type="button"
          className={styles.option}
          aria-pressed={option.value === value}
          aria-label={iconsWhenNarrow ? option.label : undefined}
          onClick={() => onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} small />}
          <span className={iconsWhenNarrow ? styles.words : undefined}>{option.label}</span>
        </button>
      ))}
    </div>
  );
};
