import { documentStore } from '../document/store.ts';
import { screenPoint, type ScreenPoint } from '../geometry/point.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import { fitViewport, panBy, zoomAt, type Viewport } from '../geometry/viewport.ts';
import type { ToolId } from '../tools/tool.ts';
import { maxBrushSize, minBrushSize, viewStore, type BrushSettings, type Overlay } from './viewStore.ts';

/** CSS px left free around a fitted picture: room for the frame marks; less in a short window. */
const paddingFor = (stage: Size): number => (stage.height < 480 ? 24 : 40);

/** One press of a zoom button or key. */
const zoomStep = Math.SQRT2;

const frame = (): Rect | null => documentStore.getState().document?.frame ?? null;

const stageCentre = (): ScreenPoint => {
  const { stage } = viewStore.getState();
  return screenPoint(stage.width / 2, stage.height / 2);
};

const setViewport = (viewport: Viewport): void => viewStore.setState({ viewport, fitted: false });

/** Shows the whole frame; beside another picture, within its half of the stage. */
export const fitView = (): void => {
  const shown = frame();
  const { stage, comparing, compareMode } = viewStore.getState();
  if (!shown) return;
  const halves = comparing !== null && compareMode === 'side-by-side';
  const pane = halves ? { ...stage, width: stage.width / 2 } : stage;
  const viewport = fitViewport(shown, pane, paddingFor(stage));
  viewStore.setState({ viewport: halves ? panBy(viewport, stage.width / 4, 0) : viewport, fitted: true });
};

/** One image px per CSS px, around the middle of the stage. */
export const showActualSize = (): void => setViewport(zoomAt(viewStore.getState().viewport, stageCentre(), 1));

export const zoomIn = (): void => zoomBy(zoomStep);

export const zoomOut = (): void => zoomBy(1 / zoomStep);

/** Multiplies the scale; the image point under `anchor` stays where it is. */
export const zoomBy = (factor: number, anchor: ScreenPoint = stageCentre()): void => {
  const { viewport } = viewStore.getState();
  setViewport(zoomAt(viewport, anchor, viewport.scale * factor));
};

/** Moves the view by CSS px. */
export const panView = (dx: number, dy: number): void => setViewport(panBy(viewStore.getState().viewport, dx, dy));

/** Takes the stage's new size: a fitted view is fitted again, otherwise the middle stays in the middle. `holdStill` keeps the view as it is (a stroke is under way). */
export const resizeStage = (stage: Size, holdStill: boolean): void => {
  const { stage: before, viewport, fitted } = viewStore.getState();
  if (before.width === stage.width && before.height === stage.height) return;
  viewStore.setState({ stage });
  if (holdStill) viewStore.setState({ fitted: false });
  else if (fitted) fitView();
  else setViewport(panBy(viewport, (stage.width - before.width) / 2, (stage.height - before.height) / 2));
};

/** Chooses a tool. A tool that paints ends the comparison: one paints on the source, not on the result. */
export const chooseTool = (tool: ToolId): void => {
  viewStore.setState(tool === 'hand' ? { tool } : { tool, comparing: null });
};

/** The paint tool whose settings the sliders show: the hand has none and leaves the brush's. */
export const paintTool = (tool: ToolId): 'brush' | 'eraser' => (tool === 'eraser' ? 'eraser' : 'brush');

/** Changes size and hardness of the current paint tool, kept within their limits; each tool remembers its own. */
export const setBrush = (change: Partial<BrushSettings>): void => {
  const { tool, brushes } = viewStore.getState();
  const id = paintTool(tool);
  const next = { ...brushes[id], ...change };
  const size = Math.round(Math.min(maxBrushSize, Math.max(minBrushSize, next.size)));
  const hardness = Math.round(Math.min(100, Math.max(0, next.hardness)));
  viewStore.setState({ brushes: { ...brushes, [id]: { size, hardness } } });
};

/** One press of [ or ]: a tenth of the size, at least 1 px. */
export const stepBrushSize = (direction: 1 | -1): void => {
  const { tool, brushes } = viewStore.getState();
  const { size } = brushes[paintTool(tool)];
  setBrush({ size: size + direction * Math.max(1, Math.round(size / 10)) });
};

export const stepHardness = (direction: 1 | -1): void => {
  const { tool, brushes } = viewStore.getState();
  setBrush({ hardness: brushes[paintTool(tool)].hardness + direction * 10 });
};

export const setOverlay = (change: Partial<Overlay>): void => {
  viewStore.setState(({ overlay }) => ({ overlay: { ...overlay, ...change } }));
};
