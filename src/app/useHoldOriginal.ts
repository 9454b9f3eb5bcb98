import { useEffect } from 'react';
import { viewStore } from '../canvas/viewStore.ts';

/** While O is held over a comparison, the original is shown. */
export const useHoldOriginal = (): void => {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const show = (showOriginal: boolean): void => {
      if (viewStore.getState().showOriginal !== showOriginal) viewStore.setState({ showOriginal });
    };
    window.addEventListener(
      'keydown',
      (event) => {
        const typing =
          event.target instanceof HTMLElement &&
          event.target.matches('textarea, input[type="number"], input[type="text"], select');
        if (event.code === 'KeyO' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing) show(true);
      },
      { signal },
    );
    window.addEventListener('keyup', (event) => event.code === 'KeyO' && show(false), { signal });
    window.addEventListener('blur', () => show(false), { signal });
    return () => stop.abort();
  }, []);
};
