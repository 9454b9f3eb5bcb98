export type KeyPlatform = 'mac' | 'other';

/** Order in which each platform writes its modifiers. */
const modifierOrder = ['Control', 'Alt', 'Shift', 'Meta'] as const;

const modifierCaps: Record<KeyPlatform, Readonly<Record<string, string>>> = {
  mac: { Control: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' },
  other: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Win' },
};

const keyCaps: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '−',
  '-': '−',
  Equal: '+',
  '=': '+',
  Plus: '+',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Backspace: '⌫',
  Delete: 'Del',
};

const capOf = (key: string): string => {
  const named = keyCaps[key];
  if (named) return named;
  const code = /^(?:Key|Digit|Numpad)(.)$/.exec(key);
  if (code?.[1]) return code[1].toUpperCase();
  return key.length === 1 ? key.toUpperCase() : key;
};

/** Splits one press at its plus signs; a key that is itself "+" stays whole. */
const partsOf = (press: string): readonly string[] =>
  press.endsWith('++') ? [...press.slice(0, -2).split('+'), '+'] : press === '+' ? ['+'] : press.split('+');

/** The platform of this browser, for the keys that are shown. */
export const keyPlatform = (): KeyPlatform => (/Mac|iPhone|iPad/.test(navigator.platform) ? 'mac' : 'other');

/**
 * The key caps of a binding in tinykeys form, in the order the platform writes them:
 * "$mod+Shift+z" is ["⇧", "⌘", "Z"] on a Mac, ["Ctrl", "Shift", "Z"] elsewhere. A sequence ("g i") gives the caps of all its presses.
 */
export const formatKeys = (binding: string, platform: KeyPlatform): readonly string[] =>
  binding.split(' ').flatMap((press) => {
    const parts = partsOf(press);
    const modifiers = parts
      .slice(0, -1)
      .map((part) => (part === '$mod' ? (platform === 'mac' ? 'Meta' : 'Control') : part));
    // What is held but is no modifier of a keyboard, like Space in "Space+drag", comes after those that are.
    const place = (name: string): number => {
      const index = modifierOrder.findIndex((each) => each === name);
      return index < 0 ? modifierOrder.length : index;
    };
    const written = modifiers
      .toSorted((a, b) => place(a) - place(b))
      .map((name) => modifierCaps[platform][name] ?? capOf(name));
    return [...written, capOf(parts.at(-1) ?? '')];
  });
