import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import field from '../ui/field.module.css';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { tip } from '../ui/tip.ts';
import panel from './panel.module.css';
import { maxSeed, randomSeed, settingsStore } from './settingsStore.ts';
import styles from './RequestSection.module.css';

const providers = [{ value: 'on-device', label: 'On-device' }] as const;

/** What is asked for: by whom, in which words, from which seed. */
export const RequestSection = () => {
  const { provider, prompt, seed, keepSeed } = useStore(settingsStore);
  return (
    <section className={panel.section} aria-label="Request">
      <div className={panel.head}>
        <h2>Request</h2>
        <span className={panel.meta}>Inpaint</span>
      </div>
      <Select
        name="Provider"
        options={providers}
        value={provider === 'on-device' ? provider : 'on-device'}
        onChange={(chosen) => settingsStore.setState({ provider: chosen })}
      />
      <div className={field.field}>
        <label className={field.label} htmlFor="prompt">
          Prompt
        </label>
        <textarea
          id="prompt"
          className={field.input}
          rows={3}
          value={prompt}
          aria-describedby="prompt-note"
          onChange={(event) => settingsStore.setState({ prompt: event.currentTarget.value })}
        />
        <p className={field.note} id="prompt-note">
          On-device continues the surroundings and ignores the prompt.
        </p>
      </div>
      <div className={field.field}>
        <label className={field.label} htmlFor="seed">
          Seed
        </label>
        <div className={styles.seed}>
          <NumberField
            id="seed"
            value={seed}
            min={0}
            max={maxSeed}
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
      </div>
    </section>
  );
};
