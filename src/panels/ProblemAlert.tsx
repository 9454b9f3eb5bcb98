import { use } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../generation/problem.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { CommandButton } from '../ui/CommandButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { tip } from '../ui/tip.ts';
import { PanelActionsContext } from './panelActions.ts';
import { problemCode } from './problemCode.ts';
import { settingsStore } from './settingsStore.ts';
import styles from './ProblemAlert.module.css';

const billing: Readonly<Record<NonNullable<Problem['mayHaveCharged']>, string>> = {
  no: 'Nothing was billed.',
  yes: 'It was probably billed.',
  unknown: 'It may have been billed; trying again may be billed too.',
};

/** What went wrong with the last generation, and what can be done. Whatever a provider wrote is shown as text. */
export const ProblemAlert = ({ problem }: { readonly problem: Problem }) => {
  const onDevice = useStore(settingsStore, (state) => state.provider === 'on-device');
  const { saveFile } = use(PanelActionsContext);
  const { provider, providerWords, kind, mayHaveCharged, rawAnswer } = problem;
  const ofProvider = kind !== undefined;
  return (
    <div className={styles.alert} role="alert">
      <h2 className={styles.sentence}>
        <Icon name="warning" />
        {problem.sentence}
      </h2>
      {providerWords && (
        <>
          <p className={styles.meta}>
            {ofProvider && provider ? `${provider.label} said` : 'In the words of the failure'}
          </p>
          <blockquote className={styles.words}>{providerWords}</blockquote>
        </>
      )}
      <p>
        {problem.nextStep}
        {ofProvider && mayHaveCharged && provider?.id !== 'on-device' && ` ${billing[mayHaveCharged]}`}
        {ofProvider && ' Your picture, mask and prompt are kept.'}
      </p>
      <div className={styles.actions}>
        {problem.canRetry && (
          <CommandButton id="retry" icon="retry" smallIcon variant="primary">
            Try again
          </CommandButton>
        )}
        {(kind === 'auth' || kind === 'config' || kind === 'forbidden' || kind === 'not-found') && (
          <CommandButton id="provider-settings" variant="line">
            Provider settings
          </CommandButton>
        )}
        {ofProvider && !onDevice && <CommandButton id="use-on-device">Use On-device</CommandButton>}
        {rawAnswer && <Button onClick={() => saveFile(rawAnswer, 'overpaint-answer')}>Save what came back</Button>}
      </div>
      {ofProvider && <Details problem={problem} />}
    </div>
  );
};

/** The code of the failure, and a button that copies all of it. */
const Details = ({ problem }: { readonly problem: Problem }) => {
  const { sentence, providerWords, provider, traceId } = problem;
  const code = traceId ? `${problemCode(problem)}, trace ${traceId}` : problemCode(problem);
  const copy = async (): Promise<void> => {
    const lines = [code, provider && `Provider: ${provider.label}`, sentence, providerWords];
    try {
      await navigator.clipboard.writeText(lines.filter(Boolean).join('\n'));
      announce('Details copied.');
    } catch {
      announce('The browser refused the clipboard.');
    }
  };
  return (
    <p className={styles.code}>
      <span>{code}</span>
      <Button
        {...tip({ label: 'Copy details', side: 'above' })}
        size="small"
        icon="copy"
        smallIcon
        aria-label="Copy details"
        onClick={() => void copy()}
      />
    </p>
  );
};
