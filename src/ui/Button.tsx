import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Button.module.css';

export type ButtonLook = {
  /** plain: no outline until touched; line: outlined; primary: the one filled button, the next step; link: underlined words. */
  readonly variant?: 'plain' | 'line' | 'primary' | 'link';
  readonly size?: 'small' | 'normal' | 'big';
  readonly icon?: IconName;
  /** The icon on the 16 px grid, beside words in a dense bar. */
  readonly smallIcon?: boolean;
  /** Window width in CSS px from which the words are shown; below it the icon stands alone. */
  readonly wordsFrom?: 1280 | 1400;
  readonly wide?: boolean;
};

type ButtonProps = Omit<ComponentProps<'button'>, 'type' | 'className' | 'disabled'> &
  ButtonLook & {
    /** Greyed and inert, but still focusable, so that its tooltip can say why. */
    readonly unavailable?: boolean;
    readonly children?: ReactNode;
  };

/** A button. Without children it is an icon alone and needs an `aria-label`. */
export const Button = (props: ButtonProps) => {
  const { variant = 'plain', size = 'normal', icon, smallIcon = false, wordsFrom, wide = false, ...rest } = props;
  const { unavailable = false, children, onClick, ...native } = rest;
  return (
    <button
      {...native}
      type="button"
      className={classes(
        styles.button,
        styles[variant],
        styles[size],
        children === undefined && styles.icon,
        wide && styles.wide,
      )}
      aria-disabled={unavailable || undefined}
      onClick={unavailable ? undefined : onClick}
    >
      {icon && <Icon name={icon} small={smallIcon} />}
      {wordsFrom ? (
        <span className={wordsFrom === 1280 ? styles.from1280 : styles.from1400}>{children}</span>
      ) : (
        children
      )}
    </button>
  );
};
