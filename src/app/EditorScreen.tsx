import { CanvasStage } from '../canvas/CanvasStage.tsx';
import { EditorLayout } from './EditorLayout.tsx';
import { showProblem } from './showProblem.ts';

const onCanvasError = (error: unknown): void =>
  showProblem('The picture could not be shown.', error, 'Open it again. If that does not help, reload the page.');

/** The editor, fetched when the start screen has settled. */
export const EditorScreen = () => <EditorLayout stage={<CanvasStage onError={onCanvasError} />} />;
