import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import { documentStore } from '../document/store.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { formatPercent } from '../ui/formatPercent.ts';
import { pointerPositionId } from '../ui/pointerPositionId.ts';
import { StatusHints } from './StatusHints.tsx';
import { useMaskCoverage } from './useMaskCoverage.ts';
import styles from './StatusBar.module.css';

/** The line at the bottom: zoom, sizes, where the pointer is, how much is masked, and what the keys do now. */
export const StatusBar = () => {
  const scale = useStore(viewStore, (state) => state.viewport.scale);
  const size = useStore(documentStore, (state) => state.document?.source.size);
  const coverage = useMaskCoverage();
  return (
    <footer className={styles.bar}>
      <span className={styles.zoom}>
        <CommandButton id="zoom-out" icon="minus" size="small" side="above" />
        <span className={styles.scale}>{formatPercent(scale)}</span>
        <CommandButton id="zoom-in" icon="plus" size="small" side="above" />
        <CommandButton id="fit" size="small" side="above">
          Fit
        </CommandButton>
        <CommandButton id="zoom-100" size="small" side="above">
          100%
        </CommandButton>
      </span>
      <span className={styles.fact} data-testid="image-size">
        {size && `${size.width} × ${size.height}`}
      </span>
      {/* React never writes here again: the canvas does, at every move of the pointer. */}
      <span className={styles.position} id={pointerPositionId} data-testid={pointerPositionId} />
      <span className={styles.mask}>
        Mask <b className={styles.fact}>{formatPercent(coverage ?? 0, 1)}</b>
      </span>
      <StatusHints />
    </footer>
  );
};
