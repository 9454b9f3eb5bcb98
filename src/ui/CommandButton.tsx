import type { ReactNode } from 'react';
import { Button, type ButtonLook } from './Button.tsx';
import { useCommand } from './command.ts';
import { tip, type TipSide } from './tip.ts';

type CommandButtonProps = ButtonLook & {
  readonly id: string;
  /** The words on the button, where they are not the command's label; without any the icon stands alone. */
  readonly children?: ReactNode;
  readonly side?: TipSide;
};

/** The button of a command: named by it, greyed with it, its key in the tooltip. */
export const CommandButton = ({ id, children, side, ...look }: CommandButtonProps) => {
  const command = useCommand(id);
  const named = children === command.label && !look.wordsFrom;
  return (
    <Button
      {...look}
      {...tip({ label: command.label, keys: command.keys[0], reason: command.reason, side })}
      aria-label={named ? undefined : command.label}
      aria-description={command.enabled ? undefined : command.reason}
      unavailable={!command.enabled}
      onClick={command.run}
    >
      {children}
    </Button>
  );
};
