import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './ErrorBoundary.module.css';

type State = { readonly failure: { readonly error: unknown; readonly where: string } | null };

/** The last resort: says that the page failed, in plain words. React knows this only as a class. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error, where: '' } };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ failure: { error, where: info.componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <Failure details={detailsOf(failure.error, failure.where)} /> : this.props.children;
  }
}

const detailsOf = (error: unknown, where: string): string =>
  `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${where}\n${navigator.userAgent}`;

const Failure = ({ details }: { readonly details: string }) => (
  <main className={styles.page}>
    <div role="alert" className={styles.words}>
      <h1 className={styles.title}>Overpaint has stopped working</h1>
      <p>
        A fault in the page, not in your picture: the file on your disk is as it was. Strokes and results that were not
        saved are lost. Reload to go on, and if it happens again, copy the details into a report.
      </p>
    </div>
    <div className={styles.buttons}>
      <Button variant="primary" size="big" icon="retry" onClick={() => window.location.reload()}>
        Reload
      </Button>
      <Button variant="line" size="big" icon="copy" onClick={() => void navigator.clipboard.writeText(details)}>
        Copy details
      </Button>
    </div>
    <details>
      <summary>Details</summary>
      <pre className={styles.details}>{details}</pre>
    </details>
  </main>
);
