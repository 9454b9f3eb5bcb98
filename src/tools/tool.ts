import type { MaskDraft } from '../document/maskDraft.ts';
import type { Brush } from '../document/stampCapsule.ts';
import type { TileMask } from '../document/tileMask.ts';
import type { ImagePoint, ScreenPoint } from '../geometry/point.ts';
import type { Rect } from '../geometry/rect.ts';

export type ToolId = 'brush' | 'eraser' | 'hand';

/** One position of the pointer while it is down. pressure is 0 to 1 (0.5 where the device has none). */
export type PointerSample = {
  readonly image: ImagePoint;
  readonly screen: ScreenPoint;
  readonly pressure: number;
  readonly shift: boolean;
};

/** All that a tool may touch: never the stores, never Konva. */
export type ToolPort = {
  readonly mask: TileMask;
  readonly brush: Brush;
  /** Where the last committed stroke ended, for straight lines; null before the first. */
  readonly lastPoint: ImagePoint | null;
  /** Shows the draft instead of the mask; `dirty` is what changed since the last call, in image px. */
  readonly showDraft: (draft: MaskDraft, dirty: Rect | null) => void;
  /** Makes the draft the document's mask, as one undoable step. */
  readonly commitDraft: (draft: MaskDraft, label: string, end: ImagePoint) => void;
  /** Shows the document's mask again; what the draft held is lost. */
  readonly dropDraft: () => void;
  /** Moves the view by CSS px. */
  readonly panBy: (dx: number, dy: number) => void;
};

/** One press to release. Exactly one of commit and cancel ends it. */
export type Gesture = {
  move(samples: readonly PointerSample[]): void;
  commit(): void;
  /** Escape, a lost pointer, a second finger: as if it had never begun. */
  cancel(): void;
};

export type Tool = {
  readonly id: ToolId;
  /** 'ring' is the brush's true-size outline. */
  readonly cursor: 'ring' | 'grab';
  begin(first: PointerSample, port: ToolPort): Gesture;
};
