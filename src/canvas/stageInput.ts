import { draftMask, finishDraft } from '../document/maskDraft.ts';
import { commitMask } from '../document/store.ts';
import type { TileMask } from '../document/tileMask.ts';
import type { ImagePoint, ScreenPoint } from '../geometry/point.ts';
import type { Rect } from '../geometry/rect.ts';
import { screenToImage } from '../geometry/viewport.ts';
import type { Gesture, PointerSample, Tool, ToolPort } from '../tools/tool.ts';
import { tools } from '../tools/tools.ts';
import { brushCursor } from './brushCursor.ts';
import { panKey } from './panKey.ts';
import { pointerInput, type PressKind } from './pointerInput.ts';
import { pointerPosition } from './pointerPosition.ts';
import { paintTool, panView, zoomBy } from './viewActions.ts';
import { viewStore } from './viewStore.ts';
import { wheelInput } from './wheelInput.ts';

type InputElements = { readonly surface: HTMLElement; readonly cursor: HTMLElement };

export type InputHost = {
  readonly mask: () => TileMask | null;
  /** Draws `mask` on the overlay; where `dirty` (image px) is given, only there. */
  readonly show: (mask: TileMask, dirty: Rect | null) => void;
  /** Takes `mask` as the one that is shown: it has the bytes of what was shown last. */
  readonly adopt: (mask: TileMask) => void;
};

export type StageInput = { readonly busy: () => boolean; readonly detach: () => void };

const nothing: Gesture = { move: () => undefined, commit: () => undefined, cancel: () => undefined };

/** Pointer, wheel and keys on the stage -> tools -> the document. */
export const stageInput = ({ surface, cursor }: InputElements, host: InputHost): StageInput => {
  const ring = brushCursor(cursor);
  const position = pointerPosition();
  let lastPoint: ImagePoint | null = null;
  let hovered: ScreenPoint | null = null;
  let erasing = false;

  /** While comparing there is nothing to paint on: a press moves the view. */
  const currentTool = (): Tool => {
    const { tool, comparing } = viewStore.getState();
    return comparing ? tools.hand : tools[tool];
  };

  const toolFor = (kind: PressKind): Tool => {
    switch (kind) {
      case 'pan':
        return tools.hand;
      case 'erase':
        return viewStore.getState().comparing ? tools.hand : tools.eraser;
      case 'tool':
        return currentTool();
    }
  };

  const portFor = (tool: Tool, mask: TileMask): ToolPort => {
    const { size, hardness } = viewStore.getState().brushes[paintTool(tool.id)];
    return {
      mask,
      lastPoint,
      brush: { radius: size / 2, hardness: hardness / 100 },
      showDraft: (draft, dirty) => host.show(draftMask(draft), dirty),
      commitDraft(draft, label, end) {
        lastPoint = end;
        const finished = finishDraft(draft);
        host.adopt(finished);
        commitMask(finished, label);
      },
      dropDraft: () => host.show(mask, null),
      panBy: panView,
    };
  };

  const showCursor = (): void => {
    const { viewport, tool, brushes, comparing } = viewStore.getState();
    const painting = currentTool().cursor === 'ring' && !space.held() && !comparing;
    const { size } = brushes[paintTool(erasing ? 'eraser' : tool)];
    ring.show(painting ? hovered : null, size * viewport.scale, erasing || tool === 'eraser');
    surface.dataset.cursor = painting ? 'ring' : input.busy() ? 'grabbing' : 'grab';
  };

  const sample = (screen: ScreenPoint, event: PointerEvent): PointerSample => ({
    screen,
    image: screenToImage(screen, viewStore.getState().viewport),
    pressure: event.pressure,
    shift: event.shiftKey,
  });

  const input = pointerInput(surface, {
    panKeyHeld: () => space.held(),
    sample,
    begin(kind, first) {
      const mask = host.mask();
      if (!mask) return nothing;
      const tool = toolFor(kind);
      const gesture = tool.begin(first, portFor(tool, mask));
      queueMicrotask(showCursor);
      return gesture;
    },
    hover(screen, event) {
      hovered = screen;
      erasing = event !== null && (event.buttons & 32) !== 0;
      position.show(screen && screenToImage(screen, viewStore.getState().viewport), host.mask()?.size ?? null);
      showCursor();
    },
    pinch(centre, dx, dy, factor) {
      panView(dx, dy);
      zoomBy(factor, centre);
    },
  });
  const space = panKey(surface, () => showCursor());
  const stopWheel = wheelInput(surface);
  const stopView = viewStore.subscribe(showCursor);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !input.busy()) return;
    event.stopPropagation();
    input.cancel();
  };
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('pointerup', showCursor);
  showCursor();

  return {
    busy: input.busy,
    detach() {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerup', showCursor);
      stopView();
      stopWheel();
      space.detach();
      input.detach();
    },
  };
};
