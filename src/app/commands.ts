import { showShortcuts } from '../panels/shortcutsStore.ts';
import type { Command, Commands } from '../ui/command.ts';
import { openFilePicker } from '../ui/openFilePicker.ts';
import { cycleTheme } from '../ui/theme.ts';
import { importMaskPicker, openImagePicker } from './filePickers.ts';

const inert = (): void => undefined;

const command = (id: string, label: string, keys: readonly string[], run: () => void = inert): Command => ({
  id,
  label,
  keys,
  enabled: true,
  run,
});

const table: readonly Command[] = [
  command('open', 'Open image', ['$mod+o'], () => openFilePicker(openImagePicker)),
  command('undo', 'Undo', ['$mod+z']),
  command('redo', 'Redo', ['$mod+Shift+z', '$mod+y']),
  command('clear-mask', 'Clear mask', ['$mod+d']),
  command('invert-mask', 'Invert mask', ['$mod+i']),
  command('import-mask', 'Import mask', [], () => openFilePicker(importMaskPicker)),
  command('export-mask', 'Export mask', []),
  command('fit', 'Fit', ['$mod+Digit0']),
  command('zoom-100', '100%', ['$mod+Digit1']),
  command('zoom-in', 'Zoom in', ['$mod+Equal']),
  command('zoom-out', 'Zoom out', ['$mod+Minus']),
  command('tool-brush', 'Brush', ['b']),
  command('tool-eraser', 'Eraser', ['e']),
  command('tool-hand', 'Hand', ['h']),
  command('brush-smaller', 'Smaller brush', ['BracketLeft']),
  command('brush-larger', 'Larger brush', ['BracketRight']),
  command('brush-softer', 'Softer brush', ['Shift+BracketLeft']),
  command('brush-harder', 'Harder brush', ['Shift+BracketRight']),
  command('toggle-mask', 'Show mask', ['q']),
  command('mask-black-and-white', 'Mask in black and white', ['Shift+Q']),
  command('generate', 'Generate', ['$mod+Enter']),
  command('stop', 'Stop', ['Shift+X']),
  command('accept', 'Accept', ['Enter']),
  command('discard', 'Discard', ['Delete']),
  command('retry', 'Try again', []),
  command('download', 'Download', ['$mod+s']),
  command('next-compare-mode', 'Next compare mode', ['c']),
  command('compare-slider', 'Slider', []),
  command('compare-side-by-side', 'Side by side', []),
  command('compare-flicker', 'Flicker', []),
  command('compare-difference', 'Difference', []),
  command('swap-paint-erase', 'Swap paint and erase', ['x']),
  command('shortcuts', 'Shortcuts', ['Shift+?'], () => showShortcuts(true)),
  command('theme', 'Theme', [], cycleTheme),
];

const commands: Commands = Object.fromEntries(table.map((each) => [each.id, each]));

/** Every command with its present state. */
export const useCommands = (): Commands => commands;
