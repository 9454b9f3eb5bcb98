import { useEffect, useState } from 'react';
import type { Running, Stage } from '../generation/stages.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { formatPercent } from '../ui/formatPercent.ts';
import { formatSeconds } from '../ui/formatSeconds.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './RunningProgress.module.css';

const words: Readonly<Record<Stage, string>> = {
  preparing: 'Preparing',
  uploading: 'Uploading',
  waiting: 'Waiting',
  filling: 'Filling in',
  downloading: 'Downloading',
  blending: 'Blending and counting',
};

/** How often the times are written anew, ms. */
const tickMs = 100;

/** The work under way: its stages with their times, how far it is, and Stop. */
export const RunningProgress = ({ running }: { readonly running: Running }) => {
  const now = useNow();
  const percent = Math.round(running.fraction * 100);
  return (
    <>
      <ol className={styles.stages} aria-label="Stages">
        {running.stages.map((stage) => (
          <StageRow key={stage} stage={stage} running={running} now={now} />
        ))}
      </ol>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Generation"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ transform: `scaleX(${running.fraction})` }} />
      </div>
      <p className={styles.meta}>
        <span>{formatSeconds(now - running.startedAt)}</span>
        <span>{formatPercent(running.fraction)}</span>
      </p>
      <div className={styles.press}>
        <CommandButton id="stop" icon="stop" variant="line" size="big" wide>
          Stop
        </CommandButton>
      </div>
    </>
  );
};

const StageRow = ({
  stage,
  running,
  now,
}: {
  readonly stage: Stage;
  readonly running: Running;
  readonly now: number;
}) => {
  const start = running.stageStartedAt[stage];
  const { stages } = running;
  const next = stages[stages.indexOf(stage) + 1];
  const current = running.stage === stage;
  const end = current || !next ? now : (running.stageStartedAt[next] ?? now);
  const done = !current && stages.indexOf(stage) < stages.indexOf(running.stage);
  return (
    <li className={current ? styles.now : done ? styles.done : undefined} aria-current={current ? 'step' : undefined}>
      {done ? <Icon name="check" small /> : <span className={styles.dot} />}
      {words[stage]}
      {start !== undefined && <span>{formatSeconds(Math.max(0, end - start))}</span>}
    </li>
  );
};

/** performance.now(), renewed while mounted. */
const useNow = (): number => {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(performance.now()), tickMs);
    return () => window.clearInterval(timer);
  }, []);
  return now;
};
