import type Konva from 'konva/lib/Core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore';
import { useStore } from 'zustand';
import { documentStore } from '../document/store.ts';
import { historyBytes } from '../document/history.ts';
import { maskArea } from '../document/tileMask.ts';
import { area } from '../geometry/size.ts';
import styles from './CanvasStage.module.css';
import { allowKonvaToEmptyItsContainer } from './konvaTrustedTypes.ts';
import { stageController } from './stageController.ts';

allowKonvaToEmptyItsContainer();

/** The drawing surface: the picture, the mask over it, the comparison, and everything the pointer does there. `children` lie over it. */
export const CanvasStage = ({ onError, children }: { onError: (error: unknown) => void; children?: ReactNode }) => {
  const root = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  const konva = useRef<Konva.Stage>(null);
  const before = useRef<Konva.Layer>(null);
  const after = useRef<Konva.Layer>(null);
  const hasAlpha = useStore(documentStore, ({ document }) => document?.source.hasAlpha ?? false);
  const undoBytes = useStore(documentStore, ({ history }) => historyBytes(history));

  useEffect(() => {
    const present = {
      root: root.current,
      surface: surface.current,
      world: world.current,
      overlay: overlay.current,
      cursor: cursor.current,
      konva: konva.current,
      before: before.current,
      after: after.current,
    };
    return allPresent(present) ? stageController(present, onError) : undefined;
  }, [onError]);

  return (
    <div ref={root} className={styles.root}>
      {hasAlpha && <div className={styles.checker} aria-hidden="true" />}
      <div ref={world} className={styles.world} aria-hidden="true">
        <Stage ref={konva} width={1} height={1} listening={false}>
          <Layer ref={before} listening={false}>
            <Shape listening={false} />
          </Layer>
          <Layer ref={after} listening={false}>
            <Shape listening={false} />
          </Layer>
        </Stage>
        <canvas ref={overlay} className={styles.overlay} />
      </div>
      <div className={styles.marks} aria-hidden="true" />
      <Description surface={surface} undoBytes={undoBytes} />
      <div ref={cursor} className={styles.ring} aria-hidden="true" hidden />
      {children}
    </div>
  );
};

const allPresent = <Elements extends object>(
  elements: Elements,
): elements is Elements & { readonly [Name in keyof Elements]: NonNullable<Elements[Name]> } =>
  Object.values(elements).every((element) => element !== null);

/** The surface itself, described for those who cannot see it. */
const Description = ({
  surface,
  undoBytes,
}: {
  surface: React.RefObject<HTMLDivElement | null>;
  undoBytes: number;
}) => {
  const file = useStore(documentStore, (state) => state.file);
  const document = useStore(documentStore, (state) => state.document);
  const size = document?.source.size;
  const covered = document && size ? (maskArea(document.mask) / area(size)) * 100 : 0;
  const label = size
    ? `Picture ${file?.name ?? ''}, ${size.width} by ${size.height} px, mask covers ${covered.toFixed(1)} %`
    : 'No picture';
  return (
    <div
      ref={surface}
      className={styles.surface}
      data-testid="canvas"
      data-undo-bytes={undoBytes}
      role="img"
      aria-label={label}
      // The keyboard reaches it: Space and the arrows work here, a screen reader hears the description.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    />
  );
};
