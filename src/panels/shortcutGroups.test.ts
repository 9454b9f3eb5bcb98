import { expect, test } from 'vitest';
import type { Command } from '../ui/command.ts';
import { shortcutGroups } from './shortcutGroups.ts';

const command = (id: string, label: string, ...keys: readonly string[]): Command => ({
  id,
  label,
  keys,
  enabled: true,
  run: () => undefined,
});
const commands = {
  undo: command('undo', 'Undo', '$mod+z'),
  'clear-mask': command('clear-mask', 'Clear mask', '$mod+d'),
  'import-mask': command('import-mask', 'Import mask'),
};
const labels = (search: string): readonly string[] =>
  shortcutGroups(commands, search).flatMap((group) => group.rows.map((row) => row.label));

test('lists commands that have a key, and gestures', () => {
  expect(labels('')).toContain('Undo');
  expect(labels('')).toContain('Straight line');
  expect(labels('')).not.toContain('Import mask');
});

test('search wants every word, in any order and case', () => {
  expect(labels('MASK cl')).toEqual(['Clear mask']);
  expect(labels('nothing like it')).toEqual([]);
});
