import { useStore } from 'zustand';
import { frontJob, queueStore } from '../generation/queueStore.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { useCommand } from '../ui/command.ts';
import { Keys } from '../ui/Keys.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { RunningProgress } from './RunningProgress.tsx';
import { useResultInView } from './useResultInView.ts';
import styles from './GenerateFoot.module.css';

/** The foot of the panel: the price and the press, or the work under way, or what went wrong. Never scrolls. */
export const GenerateFoot = () => {
  const running = useStore(queueStore, (state) => frontJob(state)?.running ?? null);
  const problem = useStore(queueStore, (state) => state.problem);
  return (
    <div className={styles.foot}>
      {running ? (
        <RunningProgress running={running} />
      ) : (
        <>
          {problem && <ProblemAlert problem={problem} />}
          <GenerateRow filled={!problem?.canRetry} />
        </>
      )}
    </div>
  );
};

/** `filled`: whether this press is the next step, unless a result waits to be accepted. */
const GenerateRow = ({ filled }: { readonly filled: boolean }) => {
  const command = useCommand('generate');
  const waiting = useResultInView() !== null;
  return (
    <>
      <p className={styles.price}>
        <b>Free, on this computer</b>
        {!command.enabled && command.reason && <span className={styles.meta}>{command.reason}</span>}
      </p>
      <div className={styles.press}>
        <CommandButton id="generate" variant={filled && !waiting ? 'primary' : 'line'} size="big" wide>
          Generate
          {command.keys[0] && (
            <span className={styles.key} aria-hidden="true">
              <Keys binding={command.keys[0]} joined />
            </span>
          )}
        </CommandButton>
      </div>
    </>
  );
};
