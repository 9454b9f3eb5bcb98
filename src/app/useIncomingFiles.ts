import { useEffect, useState } from 'react';

const carriesFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false;

/** Takes a file that is dropped anywhere on the page or pasted. True while one is held over the page. */
export const useIncomingFiles = (onFile: (file: File) => void): boolean => {
  const [dropping, setDropping] = useState(false);
  useEffect(() => {
    // Entering a child comes before leaving its parent, so only the depth tells when the page is left.
    let depth = 0;
    const move = (event: DragEvent, by: number): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth = Math.max(0, depth + by);
      setDropping(depth > 0);
    };
    const take = (event: Event, transfer: DataTransfer | null): void => {
      const file = transfer?.files[0];
      if (!file) return;
      event.preventDefault();
      onFile(file);
    };
    const abort = new AbortController();
    const { signal } = abort;
    window.addEventListener('dragenter', (event) => move(event, 1), { signal });
    window.addEventListener('dragover', (event) => move(event, 0), { signal });
    window.addEventListener('dragleave', (event) => move(event, -1), { signal });
    window.addEventListener(
      'drop',
      (event) => {
        depth = 0;
        setDropping(false);
        // Without this a dropped link would replace the page, and the work with it.
        event.preventDefault();
        take(event, event.dataTransfer);
      },
      { signal },
    );
    window.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    return () => abort.abort();
  }, [onFile]);
  return dropping;
};
