import { hasUnsavedWork } from './unsavedWork.ts';

/** Lets the browser ask before the page is left while something would be lost with it. Returns how to stop. */
export const warnBeforeLeaving = (): (() => void) => {
  const ask = (event: BeforeUnloadEvent): void => {
    if (hasUnsavedWork()) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
};
