/** The first file of a drop or a paste, or null where there is none. */
const firstFile = (data: DataTransfer | null): File | null => data?.files[0] ?? null;

const carriesFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** A pasted screenshot has no name of its own; browsers call it image.png. */
const pastedName = (file: File): string => (file.name && file.name !== 'image.png' ? file.name : 'Pasted picture.png');

export type FileTarget = {
  readonly onFile: (file: Blob, name: string) => void;
  /** True while a file is dragged over the window. */
  readonly onDragging: (dragging: boolean) => void;
};

/** Files dropped anywhere on the window or pasted anywhere outside a text field. Returns how to detach. */
export const acceptFiles = ({ onFile, onDragging }: FileTarget): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  /** Enter and leave come for every element on the way; the drag is over the window while they don't balance. */
  let depth = 0;
  const setDepth = (next: number): void => {
    depth = Math.max(0, next);
    onDragging(depth > 0);
  };
  window.addEventListener('dragenter', (event) => carriesFiles(event.dataTransfer) && setDepth(depth + 1), { signal });
  window.addEventListener('dragleave', (event) => carriesFiles(event.dataTransfer) && setDepth(depth - 1), { signal });
  window.addEventListener(
    'dragover',
    (event) => {
      if (!carriesFiles(event.dataTransfer)) return;
      // Without this the browser would open the file in place of the app.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    },
    { signal },
  );
  window.addEventListener(
    'drop',
    (event) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      setDepth(0);
      const file = firstFile(event.dataTransfer);
      if (file) onFile(file, file.name);
    },
    { signal },
  );
  window.addEventListener(
    'paste',
    (event) => {
      const file = firstFile(event.clipboardData);
      if (!file) return;
      event.preventDefault();
      onFile(file, pastedName(file));
    },
    { signal },
  );
  return () => stop.abort();
};
