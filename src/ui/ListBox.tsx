import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './ListBox.module.css';

export type ListBoxItem = { readonly id: string; readonly label: string; readonly content: ReactNode };

type ListBoxProps = {
  readonly name: string;
  readonly items: readonly ListBoxItem[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly vertical?: boolean;
};

/** A row or a column of options of which one is selected; the arrow keys, Home and End move the selection. */
export const ListBox = ({ name, items, selected, onSelect, vertical = false }: ListBoxProps) => {
  const list = useRef<HTMLDivElement>(null);
  const current = Math.max(
    0,
    items.findIndex((item) => item.id === selected),
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, current, items.length);
    const item = next === null ? undefined : items[next];
    if (!item) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(item.id);
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[next ?? 0]?.focus();
  };

  return (
    <div
      ref={list}
      className={vertical ? styles.column : styles.list}
      role="listbox"
      aria-label={name}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {items.map((item, index) => (
        <div
          key={item.id}
          className={vertical ? styles.line : styles.option}
          role="option"
          aria-label={item.label}
          aria-selected={item.id === selected}
          tabIndex={index === current ? 0 : -1}
          onClick={() => onSelect(item.id)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ') onSelect(item.id);
          }}
        >
          {item.content}
        </div>
      ))}
    </div>
  );
};

/** Where a key leads from `current` in a row of `count`, or null for keys that lead nowhere. */
const nextIndex = (key: string, current: number, count: number): number | null => {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, current + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};
