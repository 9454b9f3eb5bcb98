import { useStore } from 'zustand';
import { queueStore } from '../generation/queueStore.ts';
import { providerOf, providers } from '../providers/registry.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import field from '../ui/field.module.css';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { tip } from '../ui/tip.ts';
import panel from './panel.module.css';
import { maxSeed, randomSeed, settingsStore } from './settingsStore.ts';
import { useResultInView } from './useResultInView.ts';
import styles from './RequestSection.module.css';

const options = providers.map(({ id, label }) => ({ value: id, label }));

/** What is asked for: by whom, in which words, from which seed. */
export const RequestSection = () => {
  const { provider, prompt, seed, keepSeed } = useStore(settingsStore);
  // Beside a result or a problem it takes less room, but stays readable.
  const hasProblem = useStore(queueStore, (state) => state.problem !== null);
  const short = useResultInView() !== null || hasProblem;
  return (
    <section className={classes(panel.section, styles.request)} aria-label="Request">
      <div className={panel.head}>
        <h2>Request</h2>
        <span className={panel.meta}>Inpaint</span>
      </div>
      <Select
        name="Provider"
        options={options}
        value={providerOf(provider).id}
        onChange={(chosen) => settingsStore.setState({ provider: chosen })}
      />
      <div className={classes(field.field, styles.prompt)}>
        <label className={field.label} htmlFor="prompt">
          Prompt
        </label>
        <textarea
          id="prompt"
          className={field.input}
          rows={short ? 2 : 3}
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
