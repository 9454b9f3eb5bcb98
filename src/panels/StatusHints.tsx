import { use } from 'react';
import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import { frontJob, queueStore } from '../generation/queueStore.ts';
import type { ToolId } from '../tools/tool.ts';
import { CommandContext } from '../ui/command.ts';
import { Keys } from '../ui/Keys.tsx';
import styles from './StatusHints.module.css';

/** `show`: commands by id, whose first key is shown, or bindings that are no command's. */
type Hint = { readonly show: readonly string[]; readonly words: string };

const pan: Hint = { show: ['Space'], words: 'pan' };
const painting: readonly Hint[] = [
  { show: ['Shift'], words: 'straight line' },
  { show: ['swap-paint-erase'], words: 'swap paint and erase' },
  { show: ['brush-smaller', 'brush-larger'], words: 'size' },
  pan,
];
const editing: Readonly<Record<ToolId, readonly Hint[]>> = {
  brush: painting,
  eraser: painting,
  hand: [
    { show: ['tool-brush'], words: 'brush' },
    { show: ['$mod+wheel'], words: 'zoom' },
  ],
};
const comparing: readonly Hint[] = [
  { show: ['o'], words: 'hold for original' },
  { show: ['next-compare-mode'], words: 'next mode' },
  pan,
];
const waiting: readonly Hint[] = [{ show: ['stop'], words: 'stop' }, pan];

/** What the keys do now; for those who see, the list for all is in the Shortcuts dialog. */
export const StatusHints = () => {
  const tool = useStore(viewStore, (state) => state.tool);
  const isComparing = useStore(viewStore, (state) => state.comparing !== null);
  const isRunning = useStore(queueStore, (state) => frontJob(state) !== null);
  const commands = use(CommandContext);
  const hints = isRunning ? waiting : isComparing ? comparing : editing[tool];
  return (
    <span className={styles.hints} aria-hidden="true">
      {hints.map((hint) => (
        <span className={styles.hint} key={hint.words}>
          <span className={styles.keys}>
            {hint.show.map((each) => (
              <Keys key={each} binding={commands[each]?.keys[0] ?? each} />
            ))}
          </span>
          {hint.words}
        </span>
      ))}
    </span>
  );
};
