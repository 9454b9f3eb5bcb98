import { lazy, Suspense, useRef, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { ReadyPlan } from '../generation/plan.ts';
import { frontJob, queueStore } from '../generation/queueStore.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { useCommand } from '../ui/command.ts';
import { Icon } from '../ui/Icon.tsx';
import { Keys } from '../ui/Keys.tsx';
import { priceWords } from './priceWords.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { sentWords } from './sentWords.ts';
import { usePlan } from './usePlan.ts';
import { useResultInView } from './useResultInView.ts';
import styles from './GenerateFoot.module.css';

// Comes with what makes a generation.
const RunningProgress = lazy(() =>
  import('./RunningProgress.tsx').then((module) => ({ default: module.RunningProgress })),
);

/** The foot of the panel: the price and the press, or the work under way, or what went wrong. Never scrolls. */
export const GenerateFoot = () => {
  const job = useStore(queueStore, frontJob);
  const problem = useStore(queueStore, (state) => state.problem);
  const ignoreRepeats = useIgnoredRepeats();
  return (
    <div className={styles.foot} onClickCapture={ignoreRepeats}>
      {problem && <ProblemAlert problem={problem} />}
      {job ? (
        <Suspense>
          <RunningProgress job={job} />
        </Suspense>
      ) : (
        <GenerateRow filled={!problem?.canRetry} />
      )}
    </div>
  );
};

/** `filled`: whether this press is the next step, unless a result waits to be accepted. */
const GenerateRow = ({ filled }: { readonly filled: boolean }) => {
  const command = useCommand('generate');
  const { plan, refusal } = usePlan();
  const waiting = useResultInView() !== null;
  return (
    <>
      <div className={styles.facts}>
        <p className={styles.price}>{plan.kind === 'ready' ? priceWords(plan.cost) : ''}</p>
        <CommandButton id="review" icon="eye" smallIcon variant="link" size="small" side="above">
          Review request
        </CommandButton>
        {plan.kind === 'ready' && <SentLine plan={plan} />}
        {refusal && <p className={styles.reason}>{refusal.reason}</p>}
      </div>
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

const SentLine = ({ plan }: { readonly plan: ReadyPlan }) => {
  // What belongs to a control is said there; of the others the first is enough here, Review shows all.
  const warning = plan.warnings.find(({ control }) => control === undefined);
  return (
    <>
      <p className={styles.meta}>{sentWords(plan)}</p>
      {warning && (
        <p className={styles.warning}>
          <Icon name="warning" small />
          {warning.message}
        </p>
      )}
    </>
  );
};

/** Presses nearer together than this at one place are one press that bounced or a hurried hand, ms. */
const repeatMs = 400;
/** How far the pointer may have moved for "one place", CSS px. */
const samePlace = 6;

/**
 * Stop takes the place of Generate, and Generate that of Stop. So a press that follows another at the same place at once is ignored:
 * a double click on Generate is one request, and fifty of them are too.
 */
const useIgnoredRepeats = (): ((event: MouseEvent) => void) => {
  const last = useRef({ time: -Infinity, x: 0, y: 0 });
  return (event) => {
    // Keyboards and assistive technology press without a place.
    if (event.detail === 0) return;
    const { timeStamp: time, clientX: x, clientY: y } = event;
    const before = last.current;
    last.current = { time, x, y };
    const repeated = time - before.time < repeatMs && Math.hypot(x - before.x, y - before.y) < samePlace;
    if (repeated) event.stopPropagation();
  };
};
