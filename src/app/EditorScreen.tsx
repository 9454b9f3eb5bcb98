import { useEffect } from 'react';
import { CanvasStage } from '../canvas/CanvasStage.tsx';
import { EditorLayout } from './EditorLayout.tsx';
import { showProblem } from './showProblem.ts';

const onCanvasError = (error: unknown): void =>
  showProblem('The picture could not be shown.', error, 'Open it again. If that does not help, reload the page.');

/** Time after the editor is up before what Generate needs is fetched ahead, ms. */
const prefetchDelayMs = 500;

/** What makes a generation and shows it. What fails to come ahead is asked for again when it is needed, and then reported. */
const prefetchResultParts = (): void => {
  const parts = [
    import('../generation/generate.ts'),
    import('../generation/runTask.ts'),
    import('../compare/CompareBar.tsx'),
    import('../compare/CompareSlider.tsx'),
    import('../panels/ResultSection.tsx'),
    import('../panels/ResultStrip.tsx'),
    import('../panels/ProblemAlert.tsx'),
    import('../panels/RunningProgress.tsx'),
  ];
  Promise.all(parts).catch(() => undefined);
};

/** The editor, fetched when the start screen has settled. */
export const EditorScreen = () => {
  useEffect(() => {
    const timer = window.setTimeout(prefetchResultParts, prefetchDelayMs);
    return () => window.clearTimeout(timer);
  }, []);
  return <EditorLayout stage={<CanvasStage onError={onCanvasError} />} />;
};
