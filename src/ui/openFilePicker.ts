/** Opens the system's file dialog of the FilePicker with that id; only in answer to a press or a key. */
export const openFilePicker = (id: string): void => document.getElementById(id)?.click();
