import { useRef, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import { documentStore } from '../document/store.ts';
import { formatPercent } from '../ui/formatPercent.ts';
import { Icon } from '../ui/Icon.tsx';
import { dividerX, positionAt, screenRectOf, visiblePart, type ScreenRect } from './divider.ts';
import styles from './CompareSlider.module.css';

/**
 * The divider between before (left) and after (right). It lies over the canvas, in the same positioned element, and lets every pointer
 * through but at the divider; the canvas cuts the pictures at `viewStore.comparePosition`.
 */
export const CompareSlider = () => {
  const visible = useStore(viewStore, ({ comparing, compareMode }) => comparing !== null && compareMode === 'slider');
  const frame = useStore(documentStore, (state) => state.document?.frame);
  const viewport = useStore(viewStore, (state) => state.viewport);
  const stage = useStore(viewStore, (state) => state.stage);
  if (!visible || !frame) return null;
  const picture = screenRectOf(frame, viewport);
  const seen = visiblePart(picture, stage);
  return seen && <Divider picture={picture} seen={seen} />;
};

const Divider = ({ picture, seen }: { readonly picture: ScreenRect; readonly seen: ScreenRect }) => {
  const position = useStore(viewStore, (state) => state.comparePosition);
  const showOriginal = useStore(viewStore, (state) => state.showOriginal);
  const range = useRef<HTMLInputElement>(null);
  /** From the divider to where it was taken, CSS px; null while it is not held. */
  const hold = useRef<number | null>(null);
  const x = dividerX(position, picture, seen);

  const stageX = (event: PointerEvent<HTMLElement>): number => {
    const origin = range.current?.offsetParent?.getBoundingClientRect();
    return event.clientX - (origin?.left ?? 0);
  };
  const release = (): void => {
    hold.current = null;
  };

  return (
    <>
      <input
        ref={range}
        className={styles.range}
        style={seen}
        type="range"
        aria-label="Before and after"
        aria-valuetext={`${formatPercent(position / 100)} before`}
        min={0}
        max={100}
        value={Math.round(position)}
        onChange={(event) => viewStore.setState({ comparePosition: event.currentTarget.valueAsNumber })}
      />
      {!showOriginal && <span className={styles.line} style={{ left: x, top: seen.top, height: seen.height }} />}
      <span className={styles.before} style={{ left: seen.left, top: seen.top + seen.height }} aria-hidden="true">
        {showOriginal ? 'Original' : 'Before'}
      </span>
      {!showOriginal && (
        <span
          className={styles.after}
          style={{ left: seen.left + seen.width, top: seen.top + seen.height }}
          aria-hidden="true"
        >
          After
        </span>
      )}
      <span
        className={styles.handle}
        style={{ left: x, top: seen.top, height: seen.height }}
        aria-hidden="true"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          range.current?.focus({ preventScroll: true });
          hold.current = stageX(event) - x;
        }}
        onPointerMove={(event) => {
          if (hold.current === null) return;
          event.stopPropagation();
          viewStore.setState({ comparePosition: positionAt(stageX(event) - hold.current, picture) });
        }}
        onPointerUp={release}
        onPointerCancel={release}
      >
        {!showOriginal && (
          <span className={styles.grip}>
            <Icon name="grip" />
          </span>
        )}
      </span>
    </>
  );
};
