import type { PictureId } from '../document/editDocument.ts';
import { announce } from '../ui/announce.ts';
import { setOpening } from './openingStore.ts';
import type { Sample } from './samples.ts';

const notYet = (): void =>
  setOpening({ state: 'failed', sentence: 'Opening is not part of this build.', nextStep: 'Use a later one.' });

/** Opens a file as the picture to edit; asks first when there is unsaved work. */
export const openFile = (_file: File): void => notYet();

/** Opens a sample with its suggested mask and prompt. */
export const openSample = (_sample: Sample): void => notYet();

/** Reads a mask from a picture file. */
export const importMask = (_file: File): void => announce('Importing is not part of this build.');

/** Makes an earlier picture the source again, undoably. */
export const goToPicture = (_picture: PictureId): void => announce('Going back is not part of this build.');
