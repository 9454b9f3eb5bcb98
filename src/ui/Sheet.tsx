import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useModal } from './useModal.ts';
import styles from './Sheet.module.css';

type SheetProps = {
  readonly title: string;
  /** Beside the title, for example a search field. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
};

/** A modal dialog with a title and a Close button. Mounted is open. */
export const Sheet = ({ title, tools, children, footer, onClose }: SheetProps) => {
  const dialog = useModal();
  return (
    // A press on the backdrop arrives at the dialog itself; the keyboard has Escape, which is the native cancel event.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.header}>
          <h2 className={styles.title}>{title}</h2>
          {tools}
          <Button icon="close" aria-label="Close" onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
};
