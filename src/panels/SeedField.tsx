import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import field from '../ui/field.module.css';
import { NumberField } from '../ui/NumberField.tsx';
import { tip } from '../ui/tip.ts';
import { randomSeed, settingsStore } from './settingsStore.ts';
import styles from './RequestSection.module.css';

type SeedFieldProps = {
  readonly range: { readonly min: number; readonly max: number };
  readonly note: string | null;
};

/** The number that makes a generation repeatable: typed, thrown by the die, or kept by the lock. */
export const SeedField = ({ range, note }: SeedFieldProps) => {
  const seed = useStore(settingsStore, (state) => state.seed);
  const keepSeed = useStore(settingsStore, (state) => state.keepSeed);
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor="seed">
        Seed
      </label>
      <div className={styles.seed}>
        <NumberField
          id="seed"
          value={Math.min(Math.max(seed, range.min), range.max)}
          min={range.min}
          max={range.max}
          describedBy={note ? 'seed-note' : undefined}
          onChange={(typed) => settingsStore.setState({ seed: typed, keepSeed: true })}
        />
        <Button
          {...tip({ label: 'New seed' })}
          icon="dice"
          aria-label="New seed"
          onClick={() => settingsStore.setState({ seed: randomSeed() })}
        />
        <Button
          {...tip({ label: 'Keep seed', reason: keepSeed ? 'The same seed each time' : 'A new seed each time' })}
          icon={keepSeed ? 'lock' : 'lock-open'}
          aria-label="Keep seed"
          aria-pressed={keepSeed}
          onClick={() => settingsStore.setState({ keepSeed: !keepSeed })}
        />
      </div>
      {note && (
        <p className={field.note} id="seed-note">
          {note}
        </p>
      )}
    </div>
  );
};
