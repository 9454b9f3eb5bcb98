type FilePickerProps = {
  readonly id: string;
  readonly label: string;
  /** As in the HTML attribute: MIME types and endings. */
  readonly accept: string;
  readonly onPick: (file: File) => void;
};

/** The file input behind a button; hidden, opened with `openFilePicker(id)`. */
export const FilePicker = ({ id, label, accept, onPick }: FilePickerProps) => (
  <input
    id={id}
    type="file"
    aria-label={label}
    accept={accept}
    hidden
    onChange={(event) => {
      const file = event.currentTarget.files?.[0];
      // Emptied, so that picking the same file again is a change again.
      event.currentTarget.value = '';
      if (file) onPick(file);
    }}
  />
);
