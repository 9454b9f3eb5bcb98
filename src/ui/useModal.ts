import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Opens the dialog as a modal while it is mounted; closing before it leaves the page is what gives the focus back. */
export const useModal = (): RefObject<HTMLDialogElement | null> => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    return () => element.close();
  }, []);
  return dialog;
};
