import { useEffect, useRef, useState } from 'react';
import type { Connection, EditProvider } from '../providers/contract.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatMilliseconds } from '../ui/formatMilliseconds.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ProviderForm.module.css';

type Outcome =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'passed' | 'failed'; readonly words: string; readonly providerWords?: string | undefined };

type ConnectionTestProps = {
  readonly provider: EditProvider;
  readonly connection: Connection;
  /** Why it makes no sense now, or null. */
  readonly reason: string | null;
};

/** Asks the provider something that costs nothing, with what the dialog holds now. */
export const ConnectionTest = ({ provider, connection, reason }: ConnectionTestProps) => {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const ask = async (): Promise<void> => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setOutcome({ kind: 'asking' });
    const began = performance.now();
    const { testConnection } = await import('./testConnection.ts');
    const answer = await testConnection(provider, connection, signal);
    if (signal.aborted) return;
    const time = formatMilliseconds(performance.now() - began);
    setOutcome(answer.kind === 'passed' ? { ...answer, words: `Answered in ${time}. ${answer.words}` } : answer);
  };

  return (
    <div className={styles.test}>
      <Button
        variant="line"
        unavailable={reason !== null || outcome.kind === 'asking'}
        aria-description={reason ?? undefined}
        onClick={() => void ask()}
      >
        Test connection
      </Button>
      <div className={styles.answer} role="status">
        {outcome.kind === 'asking' && <p className={styles.meta}>Asking {provider.label} …</p>}
        {outcome.kind === 'none' && reason !== null && <p className={styles.meta}>{reason}</p>}
        {(outcome.kind === 'passed' || outcome.kind === 'failed') && (
          <>
            <p className={classes(styles.verdict, outcome.kind === 'passed' ? styles.passed : styles.failed)}>
              <Icon name={outcome.kind === 'passed' ? 'check' : 'warning'} small />
              <span>{outcome.words}</span>
            </p>
            {outcome.providerWords && <blockquote className={styles.words}>{outcome.providerWords}</blockquote>}
          </>
        )}
      </div>
    </div>
  );
};
