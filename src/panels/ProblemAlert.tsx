import type { Problem } from '../generation/problem.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './ProblemAlert.module.css';

/** What went wrong with the last generation, and what can be done. */
export const ProblemAlert = ({ problem }: { readonly problem: Problem }) => (
  <div className={styles.alert} role="alert">
    <h2 className={styles.sentence}>
      <Icon name="warning" />
      {problem.sentence}
    </h2>
    {problem.providerWords && (
      <>
        <p className={styles.meta}>In the provider’s own words</p>
        <blockquote className={styles.words}>{problem.providerWords}</blockquote>
      </>
    )}
    <p>{problem.nextStep}</p>
    {problem.canRetry && (
      <div>
        <CommandButton id="retry" icon="retry" smallIcon variant="primary">
          Try again
        </CommandButton>
      </div>
    )}
  </div>
);
