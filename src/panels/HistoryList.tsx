import { use } from 'react';
import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import { withoutDiscarded } from '../document/generation.ts';
import { documentStore } from '../document/store.ts';
import { tip } from '../ui/tip.ts';
import { historyItems } from './historyItems.ts';
import { PanelActionsContext } from './panelActions.ts';
import { Thumbnail } from './Thumbnail.tsx';
import styles from './stripList.module.css';

const scrollToIt = (item: HTMLElement | null): void => item?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

/** The original and every result since, in the order they were made; a press shows one. */
export const HistoryList = () => {
  const document = useStore(documentStore, (state) => state.document);
  const opened = useStore(documentStore, (state) => state.original);
  const generations = useStore(documentStore, (state) => state.generations);
  const comparing = useStore(viewStore, (state) => state.comparing);
  const { goToPicture } = use(PanelActionsContext);
  if (!document) return null;
  const original = opened ?? document.source;
  const kept = withoutDiscarded(generations, document.discarded);
  const items = historyItems(original, document.source, kept, comparing);
  return (
    <section className={styles.history}>
      <h2 className={styles.head}>
        History <span>{items.length}</span>
      </h2>
      <ol className={styles.tree} aria-label="History">
        {items.map((item) => (
          <li key={item.key} ref={item.current ? scrollToIt : undefined}>
            <button
              {...tip({ label: item.label, side: 'above' })}
              type="button"
              className={styles.thumb}
              aria-label={item.label}
              aria-current={item.current ? 'true' : undefined}
              onClick={() => {
                if (item.picture.id === document.source.id) viewStore.setState({ comparing: null });
                else if (item.candidate) viewStore.setState({ comparing: item.candidate });
                else goToPicture(item.picture);
              }}
            >
              <Thumbnail picture={item.picture} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};
