import { findCandidate } from '../canvas/shownPictures.ts';
import { viewStore } from '../canvas/viewStore.ts';
import { documentStore } from '../document/store.ts';
import { downloadName } from '../panels/downloadName.ts';
import { settingsStore } from '../panels/settingsStore.ts';
import { encodePicture } from '../raster/rasterClient.ts';
import { announce } from '../ui/announce.ts';
import { saveBlob } from './saveBlob.ts';
import { showProblem } from './showProblem.ts';
import { markSaved } from './unsavedWork.ts';

/** Saves what is in view at full size: the result while comparing, else the source. Says "saved" only after the file was read back. */
export const downloadResult = async (): Promise<void> => {
  const { file, document, generations } = documentStore.getState();
  if (!file || !document) return;
  const { format, quality } = settingsStore.getState().download;
  const picture = findCandidate(generations, viewStore.getState().comparing)?.candidate.picture ?? document.source;
  const name = downloadName(file.name, format);
  try {
    announce(`Preparing ${name}.`);
    saveBlob(await encodePicture(picture.id, { type: `image/${format}`, quality: quality / 100 }), name);
    markSaved(picture.id);
    announce(`Saved ${name}, ${picture.size.width} by ${picture.size.height} pixels.`);
  } catch (error) {
    showProblem('The picture could not be saved.', error, 'Try another format, or press Download again.');
  }
};
