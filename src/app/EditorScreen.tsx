import { EditorLayout } from './EditorLayout.tsx';

/** The editor, fetched when the start screen has settled. */
export const EditorScreen = () => <EditorLayout stage={<div data-testid="canvas" />} />;
