import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import { useCommand } from '../ui/command.ts';
import { themeStore } from '../ui/theme.ts';
import { tip } from '../ui/tip.ts';

const looks = {
  system: { icon: 'theme', words: 'as the system' },
  light: { icon: 'sun', words: 'light' },
  dark: { icon: 'moon', words: 'dark' },
} as const;

/** Goes through system, light and dark. */
export const ThemeButton = () => {
  const command = useCommand('theme');
  const { icon, words } = looks[useStore(themeStore, (state) => state.theme)];
  return (
    <Button
      {...tip({ label: `${command.label}: ${words}`, keys: command.keys[0] })}
      icon={icon}
      aria-label={command.label}
      aria-description={words}
      onClick={command.run}
    />
  );
};
