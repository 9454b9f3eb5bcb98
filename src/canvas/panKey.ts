/** Whether Space is held over the stage. It must not press the button that has the focus, nor type into a field's neighbour. */
export type PanKey = { readonly held: () => boolean; readonly detach: () => void };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target));

const isTextInput = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement && !['range', 'radio', 'checkbox', 'button', 'file'].includes(element.type);

/** Watches Space while the pointer is over `surface` or the focus is on it. */
export const panKey = (surface: HTMLElement, onChange: (held: boolean) => void): PanKey => {
  let held = false;
  const set = (now: boolean): void => {
    if (held === now) return;
    held = now;
    onChange(now);
  };
  const concerns = (event: KeyboardEvent): boolean =>
    event.code === 'Space' &&
    !isTyping(event.target) &&
    (held || surface.matches(':hover') || document.activeElement === surface);

  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!concerns(event)) return;
      event.preventDefault();
      set(true);
    },
    options,
  );
  window.addEventListener(
    'keyup',
    (event) => {
      if (event.code !== 'Space' || !held) return;
      event.preventDefault();
      set(false);
    },
    options,
  );
  window.addEventListener('blur', () => set(false), options);
  return { held: () => held, detach: () => stop.abort() };
};
