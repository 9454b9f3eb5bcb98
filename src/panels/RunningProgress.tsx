import { useEffect, useState } from 'react';
import type { Job } from '../generation/queueStore.ts';
import type { Running, Stage } from '../generation/stages.ts';
import { announce } from '../ui/announce.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { formatPercent } from '../ui/formatPercent.ts';
import { formatSeconds } from '../ui/formatSeconds.ts';
import { Icon } from '../ui/Icon.tsx';
import { OtherJobs } from './OtherJobs.tsx';
import { stageWords } from './stageWords.ts';
import styles from './RunningProgress.module.css';

/** How often the times are written anew, ms. */
const tickMs = 100;

/** The job under way: its stages with their times, how far it is, what waits behind it, Stop, and Generate for one more. */
export const RunningProgress = ({ job }: { readonly job: Job }) => {
  const now = useNow();
  const { running } = job;
  const fraction = running?.fraction ?? 0;
  return (
    <>
      {running ? (
        <ol className={styles.stages} aria-label="Stages">
          {running.stages.map((stage) => (
            <StageRow key={stage} stage={stage} job={job} running={running} now={now} />
          ))}
        </ol>
      ) : (
        <p className={styles.meta}>Waiting for its turn at {job.provider.label}</p>
      )}
      {running?.retry && <Retry provider={job.provider.label} retry={running.retry} now={now} />}
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Generation"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(fraction * 100)}
      >
        <i style={{ transform: `scaleX(${fraction})` }} />
      </div>
      <p className={styles.meta}>
        <span>
          {running && formatSeconds(Math.max(0, now - running.startedAt))}
          {running && !running.retry && isUnderWay(running) && '. Stopping may still be billed.'}
        </span>
        <span>{formatPercent(fraction)}</span>
      </p>
      <OtherJobs front={job} />
      <div className={styles.press}>
        <CommandButton id="stop" icon="stop" variant="line" size="big" wide>
          Stop
        </CommandButton>
        <CommandButton id="queue" variant="line" size="big" side="above">
          Queue
        </CommandButton>
      </div>
    </>
  );
};

/** Whether the request has left for a provider that is paid. */
const isUnderWay = ({ stages, stage }: Running): boolean =>
  stages.includes('waiting') && stage !== 'preparing' && stage !== 'uploading';

type RetryProps = {
  readonly provider: string;
  readonly retry: NonNullable<Running['retry']>;
  readonly now: number;
};

/** The countdown to the next attempt. */
const Retry = ({ provider, retry: { attempt, attempts, at }, now }: RetryProps) => {
  useEffect(
    () => announce(`${provider} is busy. Attempt ${attempt} of ${attempts} follows.`),
    [provider, attempt, attempts],
  );
  const seconds = Math.max(0, Math.ceil((at - now) / 1000));
  return (
    <p className={styles.retry}>
      <Icon name="retry" small />
      {provider} is busy. Attempt {attempt} of {attempts} in {seconds}
      {'\u202f'}s
    </p>
  );
};

type StageRowProps = {
  readonly stage: Stage;
  readonly job: Job;
  readonly running: Running;
  readonly now: number;
};

const StageRow = ({ stage, job, running, now }: StageRowProps) => {
  const { stages } = running;
  const start = running.stageStartedAt[stage];
  const next = stages.slice(stages.indexOf(stage) + 1).find((each) => running.stageStartedAt[each] !== undefined);
  const current = running.stage === stage;
  const end = current || !next ? now : (running.stageStartedAt[next] ?? now);
  const done = !current && stages.indexOf(stage) < stages.indexOf(running.stage);
  return (
    <li className={current ? styles.now : done ? styles.done : undefined} aria-current={current ? 'step' : undefined}>
      {done ? <Icon name="check" small /> : <span className={styles.dot} />}
      {stageWords(stage, job, running)}
      {start !== undefined && (done || current) && <span>{formatSeconds(Math.max(0, end - start))}</span>}
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
