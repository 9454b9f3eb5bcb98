import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import { progressStore } from '../generation/progressStore.ts';
import type { ToolId } from '../tools/tool.ts';
import { Keys } from '../ui/Keys.tsx';
import styles from './StatusHints.module.css';

type Hint = { readonly keys: readonly string[]; readonly words: string };

const pan: Hint = { keys: ['Space'], words: 'pan' };
const painting: readonly Hint[] = [
  { keys: ['Shift'], words: 'straight line' },
  { keys: ['x'], words: 'swap paint and erase' },
  { keys: ['BracketLeft', 'BracketRight'], words: 'size' },
  pan,
];
const editing: Readonly<Record<ToolId, readonly Hint[]>> = {
  brush: painting,
  eraser: painting,
  hand: [
    { keys: ['b'], words: 'brush' },
    { keys: ['Control'], words: 'wheel to zoom' },
  ],
};
const comparing: readonly Hint[] = [
  { keys: ['o'], words: 'hold for original' },
  { keys: ['c'], words: 'next mode' },
  pan,
];
const waiting: readonly Hint[] = [{ keys: ['Escape'], words: 'stop' }, pan];

/** What the keys do now; for those who see, the list for all is in the Shortcuts dialog. */
export const StatusHints = () => {
  const tool = useStore(viewStore, (state) => state.tool);
  const isComparing = useStore(viewStore, (state) => state.comparing !== null);
  const isRunning = useStore(progressStore, (state) => state.running !== null);
  const hints = isRunning ? waiting : isComparing ? comparing : editing[tool];
  return (
    <span className={styles.hints} aria-hidden="true">
      {hints.map((hint) => (
        <span className={styles.hint} key={hint.words}>
          <span className={styles.keys}>
            {hint.keys.map((key) => (
              <Keys key={key} binding={key} />
            ))}
          </span>
          {hint.words}
        </span>
      ))}
    </span>
  );
};
