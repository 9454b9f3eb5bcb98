import { describe, expect, test } from 'vitest';
import { formatKeys } from './formatKeys.ts';

describe('formatKeys', () => {
  test.each([
    ['$mod+z', ['Ctrl', 'Z'], ['⌘', 'Z']],
    ['$mod+Shift+Z', ['Ctrl', 'Shift', 'Z'], ['⇧', '⌘', 'Z']],
    ['Shift+$mod+Z', ['Ctrl', 'Shift', 'Z'], ['⇧', '⌘', 'Z']],
    ['Alt+ArrowLeft', ['Alt', '←'], ['⌥', '←']],
    ['$mod+Enter', ['Ctrl', '↵'], ['⌘', '↵']],
    ['BracketLeft', ['['], ['[']],
    ['Shift+BracketRight', ['Shift', ']'], ['⇧', ']']],
    ['$mod+Digit0', ['Ctrl', '0'], ['⌘', '0']],
    ['KeyB', ['B'], ['B']],
    ['$mod++', ['Ctrl', '+'], ['⌘', '+']],
    ['+', ['+'], ['+']],
    ['Shift+?', ['Shift', '?'], ['⇧', '?']],
    ['Control+Alt+Delete', ['Ctrl', 'Alt', 'Del'], ['⌃', '⌥', 'Del']],
    ['g i', ['G', 'I'], ['G', 'I']],
    ['Space', ['Space'], ['Space']],
    ['Space+drag', ['Space', 'drag'], ['Space', 'drag']],
    ['Space+$mod+drag', ['Ctrl', 'Space', 'drag'], ['⌘', 'Space', 'drag']],
  ])('%s', (binding, other, mac) => {
    expect(formatKeys(binding, 'other')).toEqual(other);
    expect(formatKeys(binding, 'mac')).toEqual(mac);
  });
});
