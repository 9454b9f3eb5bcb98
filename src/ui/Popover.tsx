import { useId, useRef, type ReactNode } from 'react';
import { Button, type ButtonLook } from './Button.tsx';
import { placeBeside } from './placeBeside.ts';
import { tip } from './tip.ts';
import styles from './Popover.module.css';

type PopoverProps = ButtonLook & {
  /** Name of the button and of what it opens. */
  readonly name: string;
  readonly keys?: string | undefined;
  readonly children: ReactNode;
};

/** A button with a small floating panel. The browser closes it on Escape and on a press outside, and keeps it above everything. */
export const Popover = ({ name, keys, children, ...look }: PopoverProps) => {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button {...look} {...tip({ label: name, keys })} ref={button} aria-label={name} popoverTarget={id} />
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name}
        className={styles.popover}
        onToggle={(event) => {
          if (event.newState === 'open' && button.current)
            placeBeside(event.currentTarget, button.current.getBoundingClientRect(), 'below');
        }}
      >
        {children}
      </div>
    </>
  );
};
