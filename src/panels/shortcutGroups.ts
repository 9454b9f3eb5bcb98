import type { Commands } from '../ui/command.ts';

export type ShortcutRow = {
  readonly label: string;
  /** Bindings in tinykeys form; for gestures the words that stand for them. */
  readonly keys: readonly string[];
};

export type ShortcutGroup = { readonly title: string; readonly rows: readonly ShortcutRow[] };

type Row = string | ShortcutRow;

/** A name is a command's id; an object is something that is not a command, like a gesture. */
const groups: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  {
    title: 'Paint',
    rows: [
      'tool-brush',
      'tool-eraser',
      'swap-paint-erase',
      'brush-smaller',
      'brush-larger',
      'brush-softer',
      'brush-harder',
      { label: 'Straight line', keys: ['Shift+click'] },
    ],
  },
  {
    title: 'Mask',
    rows: ['toggle-mask', 'mask-black-and-white', 'invert-mask', 'clear-mask', 'import-mask', 'export-mask'],
  },
  { title: 'Edit', rows: ['undo', 'redo'] },
  {
    title: 'View',
    rows: [
      'tool-hand',
      { label: 'Pan', keys: ['Space+drag'] },
      { label: 'Zoom', keys: ['$mod+wheel'] },
      'zoom-in',
      'zoom-out',
      'fit',
      'zoom-100',
      'theme',
      'shortcuts',
    ],
  },
  { title: 'Generate', rows: ['generate', 'queue', 'review', 'stop', 'provider-settings'] },
  {
    title: 'Compare',
    rows: [
      { label: 'Hold for original', keys: ['o'] },
      'next-compare-mode',
      'compare-slider',
      'compare-side-by-side',
      'compare-flicker',
      'compare-difference',
      'accept',
      'discard',
    ],
  },
  { title: 'File', rows: ['open', { label: 'Paste picture', keys: ['$mod+v'] }, 'download'] },
];

/** Everything that has a key, in groups; with `search`, what has all of its words in its label. Empty groups are left out. */
export const shortcutGroups = (commands: Commands, search: string): readonly ShortcutGroup[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, rows }) => ({
      title,
      rows: rows
        .flatMap((row): readonly ShortcutRow[] => {
          if (typeof row !== 'string') return [row];
          const command = commands[row];
          return command ? [{ label: command.label, keys: command.keys }] : [];
        })
        .filter((row) => row.keys.length > 0 && words.every((word) => row.label.toLowerCase().includes(word))),
    }))
    .filter((group) => group.rows.length > 0);
};
