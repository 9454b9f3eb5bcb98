import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { useModal } from './useModal.ts';
import styles from './Sheet.module.css';

type SheetProps = {
  readonly title: string;
  /** Beside the title, in small words. */
  readonly note?: string;
  /** Widest it gets, CSS px; 960 where left out. */
  readonly width?: 800 | 1160;
  /** The children bring their own margins and scroll on their own. */
  readonly flush?: boolean;
  /** Beside the title, for example a search field. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
};

/** A modal dialog with a title and a Close button. Mounted is open. */
export const Sheet = (props: SheetProps) => {
  const { title, note, width, flush = false, tools, children, footer, onClose } = props;
  const dialog = useModal();
  return (
    // A press on the backdrop arrives at the dialog itself; the keyboard has Escape, which is the native cancel event.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={classes(styles.sheet, width === 800 && styles.narrow, width === 1160 && styles.broad)}
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
          <span className={styles.note}>{note}</span>
          {tools}
          <Button icon="close" aria-label="Close" onClick={onClose} />
        </header>
        {flush ? (
          // What scrolls and may hold nothing to focus has to be reached by the keyboard itself.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className={styles.flush} role="group" aria-label={title} tabIndex={0}>
            {children}
          </div>
        ) : (
          <div className={styles.body}>{children}</div>
        )}
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
};
