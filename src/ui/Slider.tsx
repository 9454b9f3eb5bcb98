import { useEffect, useRef, type CSSProperties, type PointerEvent } from 'react';
import { powerCurve, type SliderCurve } from './sliderCurve.ts';
import styles from './Slider.module.css';

type SliderProps = {
  readonly name: string;
  /** The words shown beside it; the name where left out. */
  readonly words?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Values are min plus a multiple of this; 1 where left out. */
  readonly step?: number;
  /** How values lie along the track; even where left out. Keys always go by one step. */
  readonly curve?: SliderCurve;
  readonly format: (value: number) => string;
  readonly onChange: (value: number) => void;
  /** In a bar the track has a fixed width, in a panel it takes what is left. */
  readonly place?: 'bar' | 'panel';
  /** Id of what describes it. */
  readonly describedBy?: string | undefined;
};

/**
 * A slider: a native range input for keys and assistive technology, a drawn track and thumb.
 * The pointer is read here rather than by the input, because its track knows only even steps.
 */
export const Slider = (props: SliderProps) => {
  const { name, words = name, value, min, max, step = 1, format, onChange, place = 'panel', describedBy } = props;
  const curve = props.curve ?? powerCurve(min, max, 1);
  const input = useRef<HTMLInputElement>(null);
  const dragging = useRef(false);

  // The input's own touch handling can only be refused in a listener that is not passive; React's are.
  useEffect(() => {
    const element = input.current;
    const refuse = (event: TouchEvent): void => event.preventDefault();
    element?.addEventListener('touchstart', refuse, { passive: false });
    return () => element?.removeEventListener('touchstart', refuse);
  }, []);

  const follow = (event: PointerEvent<HTMLInputElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const fraction = (event.clientX - box.left - thumbRadius) / (box.width - 2 * thumbRadius);
    onChange(toStep(curve.toValue(fraction), min, step));
  };
  const stop = (): void => {
    dragging.current = false;
  };

  return (
    <div className={place === 'bar' ? styles.bar : styles.panel}>
      <span className={styles.words} aria-hidden="true">
        {words}
      </span>
      <span className={styles.well} style={{ '--at': curve.toFraction(value) } as CSSProperties}>
        <input
          ref={input}
          className={styles.input}
          type="range"
          aria-label={name}
          aria-describedby={describedBy}
          aria-valuetext={format(value)}
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={(event) => {
            if (!dragging.current) onChange(event.currentTarget.valueAsNumber);
          }}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.preventDefault();
            event.currentTarget.focus({ preventScroll: true });
            event.currentTarget.setPointerCapture(event.pointerId);
            dragging.current = true;
            follow(event);
          }}
          onPointerMove={(event) => {
            if (dragging.current) follow(event);
          }}
          onPointerUp={stop}
          onPointerCancel={stop}
        />
        <span className={styles.track} aria-hidden="true" />
        <span className={styles.thumb} aria-hidden="true" />
      </span>
      <span className={styles.value} aria-hidden="true">
        {format(value)}
      </span>
    </div>
  );
};

/** The value of the grid that is nearest; as a decimal of the step's own digits, so that 0.1 + 0.2 is 0.3. */
const toStep = (value: number, min: number, step: number): number => {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Number((min + Math.round((value - min) / step) * step).toFixed(digits + 1));
};

/** Half the drawn thumb, CSS px: its middle runs from this far inside one end to this far inside the other. */
const thumbRadius = 7;
