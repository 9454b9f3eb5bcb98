import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Keys } from './Keys.tsx';
import { placeBeside } from './placeBeside.ts';
import { tipOf, type Tip } from './tip.ts';
import styles from './TooltipHost.module.css';

/** How long the pointer rests before the first tooltip, ms; right after another one there is no wait. */
const restMs = 500;
const warmMs = 400;

type Shown = { readonly tip: Tip; readonly anchor: DOMRect };

/** The one tooltip of the page, for every element with `tip(...)` attributes. Seen only: the same words are the control's name. */
export const TooltipHost = () => {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => watchTips(setShown), []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !shown) return;
    element.showPopover();
    placeBeside(element, shown.anchor, shown.tip.side ?? 'below');
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} className={styles.tooltip} popover="manual" aria-hidden="true">
      <span className={styles.line}>
        {shown.tip.label}
        {shown.tip.keys && <Keys binding={shown.tip.keys} />}
      </span>
      {shown.tip.reason && <span className={styles.reason}>{shown.tip.reason}</span>}
    </div>
  );
};

/** Follows the pointer and the keyboard focus over the page; returns how to stop. */
const watchTips = (show: (shown: Shown | null) => void): (() => void) => {
  let timer = 0;
  let current: HTMLElement | null = null;
  let hiddenAt = -Infinity;
  let visible = false;

  const hide = (): void => {
    window.clearTimeout(timer);
    if (visible) hiddenAt = performance.now();
    visible = false;
    current = null;
    show(null);
  };
  const open = (element: HTMLElement): void => {
    const words = tipOf(element);
    if (!words || !element.isConnected) return;
    visible = true;
    show({ tip: words, anchor: element.getBoundingClientRect() });
  };
  const enter = (event: PointerEvent): void => {
    const element = carrierOf(event.target);
    if (element === current) return;
    if (current) hide();
    if (!element || event.pointerType === 'touch') return;
    current = element;
    timer = window.setTimeout(() => open(element), performance.now() - hiddenAt < warmMs ? 0 : restMs);
  };
  const focus = (event: FocusEvent): void => {
    const element = carrierOf(event.target);
    hide();
    if (!element || !(event.target instanceof Element) || !event.target.matches(':focus-visible')) return;
    current = element;
    // Not at once: the focus may come back while a popover is closing, and another must not open inside of that.
    timer = window.setTimeout(() => open(element));
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide();
  };

  const abort = new AbortController();
  const options = { signal: abort.signal, capture: true, passive: true };
  document.addEventListener('pointerover', enter, options);
  document.addEventListener('pointerdown', hide, options);
  document.addEventListener('focusin', focus, options);
  document.addEventListener('focusout', hide, options);
  document.addEventListener('keydown', keydown, options);
  document.addEventListener('wheel', hide, options);
  return () => {
    abort.abort();
    window.clearTimeout(timer);
  };
};

const carrierOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
