import type Konva from 'konva/lib/Core';
import { documentStore } from '../document/store.ts';
import type { Picture } from '../document/editDocument.ts';
import { differingTiles, type TileMask } from '../document/tileMask.ts';
import { rectOfSize } from '../geometry/rect.ts';
import { sizeEquals } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';
import { paneShift, showComparison, type Comparison } from './compareLayers.ts';
import { drawPicture } from './drawPicture.ts';
import { maskOverlay } from './maskOverlay.ts';
import { pictureView, type PictureView } from './pictureView.ts';
import { shownPictures } from './shownPictures.ts';
import { stageInput } from './stageInput.ts';
import { fitView, resizeStage } from './viewActions.ts';
import { viewStore, type ViewState } from './viewStore.ts';
import { canvasViewport, insetAt, needsDrawing, overscan, worldTransform, type Inset } from './worldTransform.ts';

export type StageElements = {
  /** The whole stage; its size is the stage's size. */
  readonly root: HTMLElement;
  /** Takes the pointer and the keyboard focus. */
  readonly surface: HTMLElement;
  /** Holds all canvases; moved by a transform between two drawings. */
  readonly world: HTMLElement;
  readonly overlay: HTMLCanvasElement;
  readonly cursor: HTMLElement;
  readonly konva: Konva.Stage;
  readonly before: Konva.Layer;
  readonly after: Konva.Layer;
};

/** After this long without a change of view, everything is drawn afresh (ms). */
const settleAfter = 90;
/** Flicker stays below three flashes a second. */
const flickerPeriod = 700;
/** More screen pixels per CSS px than this are not worth their cost. */
const maxPixelRatio = 2;

const isHalved = ({ comparing, compareMode }: ViewState): boolean =>
  comparing !== null && compareMode === 'side-by-side';

/** Keeps what is on the stage in step with the stores. Nothing here goes through React. Returns how to detach. */
export const stageController = (elements: StageElements, onError: (error: unknown) => void): (() => void) => {
  const { root, world, konva, before, after } = elements;
  const overlay = maskOverlay(elements.overlay);
  const views: { before: PictureView | null; after: PictureView | null } = { before: null, after: null };
  let drawn: Viewport = viewStore.getState().viewport;
  let pixelRatio = 1;
  let inset: Inset = { x: overscan, y: overscan };
  let frame = 0;
  let settle = 0;
  let drawNext = true;
  let flickOff = false;
  /** The mask that the overlay shows: the document's, or the draft of a stroke under way. */
  let shownMask: TileMask | null = null;

  const comparison = (): Comparison => {
    const { compareMode, comparePosition, showOriginal } = viewStore.getState();
    if (!views.after) return { kind: 'none' };
    return { kind: compareMode, position: comparePosition, showOriginal, flickOff };
  };

  const present = (draw: boolean): void => {
    drawNext ||= draw;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      const { viewport, stage } = viewStore.getState();
      const sideBySide = comparison().kind === 'side-by-side';
      if (drawNext || sideBySide || needsDrawing(drawn, viewport, stage, inset)) return drawAll();
      moveWorld(viewport);
      placeFrame();
      clearTimeout(settle);
      settle = window.setTimeout(() => present(true), settleAfter);
    });
  };

  /** By a transform also at rest: an offset by `left` and `top` would be rounded to whole screen pixels on its way. */
  const moveWorld = (viewport: Viewport): void => {
    const { scale, x, y } = worldTransform(drawn, viewport, inset);
    world.style.transform = `translate(${x - inset.x}px, ${y - inset.y}px) scale(${scale})`;
  };

  const drawAll = (): void => {
    clearTimeout(settle);
    drawNext = false;
    const { viewport, stage, overlay: style } = viewStore.getState();
    drawn = viewport;
    moveWorld(viewport);
    views.before?.prepare(viewport, stage, pixelRatio);
    views.after?.prepare(viewport, stage, pixelRatio);
    before.draw();
    after.draw();
    if (shownMask) overlay.draw(shownMask, canvasViewport(viewport, inset), style);
    showCompared();
    placeFrame();
  };

  const showCompared = (): void => {
    const { stage } = viewStore.getState();
    const compared = comparison();
    elements.overlay.hidden = compared.kind !== 'none';
    root.dataset.comparing = compared.kind;
    const shown = views.before ? rectOfSize(views.before.picture.size) : rectOfSize({ width: 1, height: 1 });
    const canvases = { before: before.getNativeCanvasElement(), after: after.getNativeCanvasElement(), world };
    showComparison(canvases, compared, shown, drawn, stage, inset);
  };

  /** Where the picture is, as custom properties for the marks around it and the comparison slider over it. */
  const placeFrame = (): void => {
    const { viewport } = viewStore.getState();
    const size = views.before?.picture.size;
    if (!size) return;
    root.style.setProperty('--frame-x', `${viewport.x}px`);
    root.style.setProperty('--frame-y', `${viewport.y}px`);
    root.style.setProperty('--frame-width', `${size.width * viewport.scale}px`);
    root.style.setProperty('--frame-height', `${size.height * viewport.scale}px`);
  };

  /** Undo, redo and commands: only what differs from the mask that is shown is drawn. */
  const showChangedMask = (mask: TileMask): void => {
    if (mask === shownMask) return;
    const dirty = shownMask && sizeEquals(mask.size, shownMask.size) ? differingTiles(mask, shownMask) : null;
    shownMask = mask;
    if (dirty && !drawNext) overlay.drawPart(mask, dirty, canvasViewport(drawn, inset), viewStore.getState().overlay);
    else present(true);
  };

  const sceneOf = (side: 'before' | 'after') => (context: Konva.Context) => {
    const { stage } = viewStore.getState();
    const shift = paneShift(comparison(), stage) * (side === 'before' ? -1 : 1);
    const viewport = canvasViewport({ ...drawn, x: drawn.x + shift }, inset);
    const bitmaps = views[side]?.bitmaps();
    if (!bitmaps) return;
    const surface = {
      drawImage: context.drawImage.bind(context),
      smooth: (on: boolean) => context.setAttr('imageSmoothingEnabled', on),
    };
    drawPicture(surface, bitmaps, viewport, konva.size(), pixelRatio);
  };

  const show = (side: 'before' | 'after', picture: Picture | null): void => {
    if (views[side]?.picture.id === picture?.id) return;
    views[side]?.close();
    views[side] = picture ? pictureView(picture, () => present(true), onError) : null;
  };

  const showPictures = (): void => {
    const shown = shownPictures(documentStore.getState(), viewStore.getState().comparing);
    show('before', shown.before);
    show('after', shown.after);
    present(true);
  };

  const takeSize = (): void => {
    const stage = { width: root.clientWidth, height: root.clientHeight };
    if (stage.width === 0 || stage.height === 0) return;
    pixelRatio = Math.min(maxPixelRatio, window.devicePixelRatio);
    const corner = root.getBoundingClientRect();
    inset = insetAt(corner.left, corner.top, window.devicePixelRatio);
    const canvas = { width: stage.width + 2 * overscan, height: stage.height + 2 * overscan };
    for (const layer of [before, after]) layer.getCanvas().setPixelRatio(pixelRatio);
    konva.size({ width: wholePixels(canvas.width), height: wholePixels(canvas.height) });
    overlay.resize(canvas);
    resizeStage(stage, input.busy());
    // Sizing a canvas empties it: waiting for the next frame would show a flash of nothing.
    drawAll();
  };

  /** A length in CSS px that is a whole number of canvas px: Konva cuts the rest off and stretches what is left. */
  const wholePixels = (length: number): number => (Math.ceil(length * pixelRatio) + 0.001) / pixelRatio;

  const input = stageInput(elements, {
    mask: () => documentStore.getState().document?.mask ?? null,
    show(mask, dirty) {
      const { overlay: style, viewport } = viewStore.getState();
      shownMask = mask;
      if (viewport !== drawn) drawAll();
      else if (dirty) overlay.drawPart(mask, dirty, canvasViewport(drawn, inset), style);
      else overlay.draw(mask, canvasViewport(drawn, inset), style);
    },
    adopt: (mask) => {
      shownMask = mask;
    },
  });

  before.findOne<Konva.Shape>('Shape')?.sceneFunc(sceneOf('before'));
  after.findOne<Konva.Shape>('Shape')?.sceneFunc(sceneOf('after'));

  const stopDocument = documentStore.subscribe((now, was) => {
    if (now.document && now.document.mask !== was.document?.mask) showChangedMask(now.document.mask);
    if (now.document?.source !== was.document?.source || now.generations !== was.generations) showPictures();
  });
  const stopView = viewStore.subscribe((now, was) => {
    if (now.comparing !== was.comparing) showPictures();
    if (now.fitted && isHalved(now) !== isHalved(was)) fitView();
    if (now.overlay !== was.overlay || now.compareMode !== was.compareMode) present(true);
    if (now.viewport !== was.viewport) present(false);
    if (now.comparePosition !== was.comparePosition || now.showOriginal !== was.showOriginal) showCompared();
  });
  const flicker = window.setInterval(() => {
    if (comparison().kind !== 'flicker') return;
    flickOff = !flickOff;
    showCompared();
  }, flickerPeriod);
  const resized = new ResizeObserver(takeSize);
  resized.observe(root);
  // Browser zoom and a move to another screen change the pixel ratio without always changing the size.
  window.addEventListener('resize', takeSize);

  shownMask = documentStore.getState().document?.mask ?? null;
  takeSize();
  showPictures();

  return () => {
    stopDocument();
    stopView();
    clearInterval(flicker);
    clearTimeout(settle);
    cancelAnimationFrame(frame);
    resized.disconnect();
    window.removeEventListener('resize', takeSize);
    input.detach();
    views.before?.close();
    views.after?.close();
  };
};
