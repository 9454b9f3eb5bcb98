import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import type { Commands } from '../ui/command.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['range', 'radio', 'checkbox', 'button'].includes(target.type)));

/** Single keys are for typing while a field has the focus; those with Ctrl or Cmd work there too, except what editing text needs itself. */
const belongsToField = (event: KeyboardEvent, keys: string): boolean =>
  isField(event.target) && (!keys.includes('$mod+') || /^\$mod\+(Shift\+)?[Zz]$|^\$mod\+[Yy]$/.test(keys));

/** An open dialog or popover has the keyboard to itself: Escape closes it and does nothing else. */
const dialogIsOpen = (): boolean => document.querySelector('dialog[open], [popover]:popover-open') !== null;

/** Binds every command's keys. The table may change with each rendering; the listeners stay. */
export const useKeys = (commands: Commands): void => {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });

  const signature = Object.values(commands)
    .flatMap(({ id, keys }) => keys.map((each) => `${id} ${each}`))
    .join('\n');

  useEffect(() => {
    const bindings = signature
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', keys = ''] = line.split(' ');
        const press = (event: KeyboardEvent): void => {
          const command = current.current[id];
          if (!command || belongsToField(event, keys) || dialogIsOpen()) return;
          event.preventDefault();
          if (command.enabled) command.run();
        };
        return [keys, press] as const;
      });
    return tinykeys(window, Object.fromEntries(bindings));
  }, [signature]);
};
