import { use } from 'react';
import { useStore } from 'zustand';
import { queueStore, type Job } from '../generation/queueStore.ts';
import { Button } from '../ui/Button.tsx';
import { formatPercent } from '../ui/formatPercent.ts';
import { tip } from '../ui/tip.ts';
import { operationWords } from './operationWords.ts';
import { PanelActionsContext } from './panelActions.ts';
import styles from './RunningProgress.module.css';

/** The generations besides the one that is shown whole: those that wait for their turn, and those that run beside it. */
export const OtherJobs = ({ front }: { readonly front: Job }) => {
  const jobs = useStore(queueStore, (state) => state.jobs);
  const { endJob } = use(PanelActionsContext);
  const others = jobs.filter(({ id }) => id !== front.id);
  if (others.length === 0) return null;
  return (
    <ol className={styles.others} aria-label="Queue">
      {others.map((job) => {
        const what = `${operationWords[job.operation]}, ${job.provider.label}`;
        return (
          <li key={job.id}>
            <span className={styles.what} title={job.prompt}>
              {what}
            </span>
            <span className={styles.meta}>{job.running ? formatPercent(job.running.fraction) : 'waits'}</span>
            <Button
              {...tip({ label: 'Remove from queue', side: 'above' })}
              size="small"
              icon="close"
              smallIcon
              aria-label={`Remove from queue: ${what}`}
              onClick={() => endJob(job.id)}
            />
          </li>
        );
      })}
    </ol>
  );
};
