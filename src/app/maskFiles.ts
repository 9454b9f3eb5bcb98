import { commitMask, documentStore } from '../document/store.ts';
import { decodeMask, encodeMask } from '../raster/rasterClient.ts';
import { announce } from '../ui/announce.ts';
import { saveBlob } from './saveBlob.ts';
import { showProblem } from './showProblem.ts';

/** Saves the mask as an 8-bit grey PNG of the picture's size, white = repaint. */
export const exportMask = async (): Promise<void> => {
  const { file, document } = documentStore.getState();
  if (!file || !document) return;
  const name = `${file.name.replace(/\.[^.]*$/, '')}-mask.png`;
  try {
    saveBlob(await encodeMask(document.mask, document.frame), name);
    announce(`Saved ${name}.`);
  } catch (error) {
    showProblem('The mask could not be saved.', error, 'Press Export mask again.');
  }
};

/** Replaces the mask by a picture of one, undoably; one of another size is resized, and that is said. */
export const importMask = async (bytes: Blob): Promise<void> => {
  const source = documentStore.getState().document?.source;
  if (!source) return;
  try {
    const { mask, resizedFrom } = await decodeMask(bytes, source.size);
    commitMask(mask, 'Import mask');
    const resized = resizedFrom ? `, resized from ${resizedFrom.width} by ${resizedFrom.height}` : '';
    announce(`Mask imported${resized}.`);
  } catch (error) {
    showProblem('The mask could not be imported.', error, 'Choose a PNG, JPEG or WebP picture of a mask.');
  }
};
