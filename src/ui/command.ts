import { createContext, useContext } from 'react';

/** One thing the user can do: buttons, keys, tooltips and help all read the same object. */
export type Command = {
  readonly id: string;
  /** The control's accessible name, for example "Clear mask". */
  readonly label: string;
  /** Key bindings in tinykeys form, for example "$mod+Z"; the first is the one shown. */
  readonly keys: readonly string[];
  /** False greys the button; the reason is shown in its tooltip. */
  readonly enabled: boolean;
  readonly reason?: string;
  readonly run: () => void;
};

/** A command; where it is not `enabled`, `reason` says why. */
export const command = (
  id: string,
  label: string,
  keys: readonly string[],
  run: () => void,
  enabled = true,
  reason?: string,
): Command => ({ id, label, keys, run, enabled, ...(reason !== undefined && { reason }) });

export type Commands = Readonly<Record<string, Command>>;

export const CommandContext = createContext<Commands>({});

/** The command of that id; a missing one is a programming error and throws. */
export const useCommand = (id: string): Command => {
  const command = useContext(CommandContext)[id];
  if (!command) throw new Error(`No command is called "${id}".`);
  return command;
};
