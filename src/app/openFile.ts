import { fitView } from '../canvas/viewActions.ts';
import { viewStore } from '../canvas/viewStore.ts';
import { commitMask, documentStore, openDocument, picturesOf } from '../document/store.ts';
import { showProblem } from '../generation/queueStore.ts';
import { settingsStore } from '../panels/settingsStore.ts';
import { closePictures, decodeMask, openPicture } from '../raster/rasterClient.ts';
import { announce } from '../ui/announce.ts';
import { ask } from '../ui/ask.ts';
import { setOpening, type Opening } from './openingStore.ts';
import type { Sample } from './samples.ts';
import { hasUnsavedWork } from './unsavedWork.ts';

const replaceQuestion = {
  title: 'Replace the open picture?',
  body: 'What you have painted and made since the last download is lost when another picture takes its place.',
  confirm: 'Replace',
  cancel: 'Keep working',
};

/** Only the newest attempt may open something: an earlier one that comes late changes nothing. */
let attempt = 0;

/**
 * Opens a picture file, after asking when that would replace unsaved work. A file that can't be opened says why and changes nothing
 * that was open. True once it is open.
 */
export const openFile = async (bytes: Blob, name: string): Promise<boolean> => {
  if (hasUnsavedWork() && !(await ask(replaceQuestion))) return false;
  const mine = ++attempt;
  setOpening({ state: 'opening', name });
  try {
    const { picture, type } = await openPicture(bytes);
    if (mine !== attempt) return false;
    const replaced = picturesOf(documentStore.getState());
    openDocument({ name, type, bytes }, picture);
    viewStore.setState({ comparing: null });
    showProblem(null);
    fitView();
    setOpening({ state: 'idle' });
    await closePictures(replaced);
    announce(`Opened ${name}, ${picture.size.width} by ${picture.size.height} pixels.`);
    return true;
  } catch (error) {
    if (mine !== attempt) return false;
    setOpening(failure(name, error));
    return false;
  }
};

/** Opens a sample picture with its suggested mask and prompt, ready for Generate. */
export const openSample = async (sample: Sample): Promise<void> => {
  try {
    // Pictures of one's own need nothing of the network, so its part is not in their way.
    const { fetchOwnFile } = await import('../providers/http.ts');
    const [picture, mask] = await Promise.all([fetchOwnFile(sample.picture), fetchOwnFile(sample.mask)]);
    if (!(await openFile(picture, `${sample.id}.jpg`))) return;
    settingsStore.setState({ prompt: sample.prompt });
    const source = documentStore.getState().document?.source;
    if (source) commitMask((await decodeMask(mask, source.size)).mask, 'Suggested mask');
  } catch {
    setOpening({
      state: 'failed',
      sentence: 'The sample picture could not be loaded.',
      nextStep: 'Check that the app is still being served, then try again.',
    });
  }
};

/** OpenError's message already says what to do; it is the second sentence there. */
const failure = (name: string, error: unknown): Opening => {
  const message = error instanceof Error ? error.message : String(error);
  const [, sentence = message, nextStep = ''] = /^(.+?[.!])\s+(.*)$/s.exec(message) ?? [];
  return { state: 'failed', sentence: `${name}: ${sentence}`, nextStep };
};
