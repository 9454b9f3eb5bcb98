import { createContext } from 'react';
import type { Picture } from '../document/editDocument.ts';

/** What panels can ask for that takes more than a press; plain presses are commands. */
export type PanelActions = {
  /** Makes an earlier picture the source again, undoably, and leaves the comparison. */
  readonly goToPicture: (picture: Picture) => void;
  /** Ends the generation of that id, whether it runs or waits. */
  readonly endJob: (id: string) => void;
  /** Hands a file to the browser's download list. */
  readonly saveFile: (file: Blob, name: string) => void;
};

export const PanelActionsContext = createContext<PanelActions>({
  goToPicture: () => undefined,
  endJob: () => undefined,
  saveFile: () => undefined,
});
