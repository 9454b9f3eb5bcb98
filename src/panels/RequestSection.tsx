import { lazy, Suspense, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { queueStore } from '../generation/queueStore.ts';
import { providers } from '../providers/registry.ts';
import { classes } from '../ui/classes.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import { Slider } from '../ui/Slider.tsx';
import { maskOperationsOf, parametersOf } from './editRequestOf.ts';
import { operationWords } from './operationWords.ts';
import panel from './panel.module.css';
import { PromptFields } from './PromptFields.tsx';
import { SeedField } from './SeedField.tsx';
import { chooseParameter, choose, settingsStore } from './settingsStore.ts';
import { useChosenProvider } from './useChosenProvider.ts';
import { usePlan } from './usePlan.ts';
import { useResultInView } from './useResultInView.ts';
import styles from './RequestSection.module.css';

// The provider of this computer has none.
const ParameterFields = lazy(() =>
  import('./ParameterFields.tsx').then((module) => ({ default: module.ParameterFields })),
);

const options = providers.map(({ id, label }) => ({ value: id, label }));

/** What is asked for: of whom, in which words, from which seed, with which options. */
export const RequestSection = () => {
  const { provider, choices, capabilities, operation, readiness } = useChosenProvider();
  const { plan, refusal } = usePlan();
  // Beside a result or a problem it takes less room, but stays readable.
  const hasProblem = useStore(queueStore, (state) => state.problem !== null);
  const short = useResultInView() !== null || hasProblem;
  const operations = maskOperationsOf(capabilities);
  const asked = plan.kind === 'ready' ? plan.operation : operation;
  const parameters = parametersOf(capabilities, asked);
  const noteOn = (control: string): string | null => {
    if (refusal?.control === control) return refusal.reason;
    const warning = plan.kind === 'ready' && plan.warnings.find((each) => each.control === control);
    return warning ? warning.message : null;
  };

  return (
    <section className={classes(panel.section, styles.request)} aria-label="Request">
      <div className={panel.head}>
        <h2>Request</h2>
        <span className={panel.meta}>{operationWords[asked]}</span>
      </div>
      <div className={styles.provider}>
        <Select
          name="Provider"
          options={options}
          value={provider.id}
          describedBy={readiness.ready ? undefined : 'provider-note'}
          onChange={(chosen) => settingsStore.setState({ provider: chosen })}
        />
        <CommandButton id="provider-settings" icon="tune" variant="line" />
        {!readiness.ready && (
          <p className={styles.notReady} id="provider-note">
            <Icon name="warning" small />
            {readiness.reason}
          </p>
        )}
      </div>
      {operations.length > 1 && (
        <Select
          name="Operation"
          options={operations.map((value) => ({ value, label: operationWords[value] }))}
          value={operation}
          onChange={(chosen) => choose(provider.id, { operation: chosen })}
        />
      )}
      <PromptFields
        provider={provider}
        capabilities={capabilities}
        operation={asked}
        rows={short ? 2 : 3}
        noteOn={noteOn}
      />
      {capabilities.seed && <SeedField range={capabilities.seed} note={noteOn('seed')} />}
      {capabilities.maxCandidates > 1 && (
        <Slider
          name="Samples"
          min={1}
          max={capabilities.maxCandidates}
          value={Math.min(choices.candidates, capabilities.maxCandidates)}
          format={String}
          onChange={(candidates) => choose(provider.id, { candidates })}
        />
      )}
      {parameters.length > 0 && (
        <Suspense>
          <Options folded={short}>
            <ParameterFields
              parameters={parameters}
              values={choices.parameters}
              onChange={(key, value) => chooseParameter(provider.id, key, value)}
              problemOf={(key) => noteOn(`parameter:${key}`)}
            />
          </Options>
        </Suspense>
      )}
    </section>
  );
};

/** Beside a result or a problem the options are folded away, so that it has room. */
const Options = ({ folded, children }: { readonly folded: boolean; readonly children: ReactNode }) =>
  folded ? (
    <details className={styles.options}>
      <summary>Options</summary>
      <div>{children}</div>
    </details>
  ) : (
    children
  );
