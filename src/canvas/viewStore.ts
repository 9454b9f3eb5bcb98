import { createStore } from 'zustand/vanilla';
import type { Size } from '../geometry/size.ts';
import type { Viewport } from '../geometry/viewport.ts';

import type { ToolId } from '../tools/tool.ts';

/** size: diameter in image px; hardness: 0 to 100 %, the part of the radius that is fully covered. */
export type BrushSettings = { readonly size: number; readonly hardness: number };

export type CompareMode = 'slider' | 'side-by-side' | 'flicker' | 'difference';

export type Overlay = {
  readonly visible: boolean;
  /** CSS colour as #rrggbb. */
  readonly colour: string;
  /** 0 to 100 %. */
  readonly opacity: number;
  readonly style: 'tint' | 'black-and-white';
};

/** How the document is looked at; never undone, never part of a saved project. */
export type ViewState = {
  readonly viewport: Viewport;
  /** Size of the stage in CSS px. */
  readonly stage: Size;
  /** True while the whole picture is fitted into the stage; then a resize fits it again. */
  readonly fitted: boolean;
  readonly tool: ToolId;
  readonly brushes: { readonly brush: BrushSettings; readonly eraser: BrushSettings };
  readonly overlay: Overlay;
  /** Id of the candidate that is compared with the source, or null while editing. */
  readonly comparing: string | null;
  readonly compareMode: CompareMode;
  /** Place of the before/after divider, 0 to 100 % of the picture's width. */
  readonly comparePosition: number;
  /** True while the key that shows the original is held. */
  readonly showOriginal: boolean;
};

export const minBrushSize = 1;
export const maxBrushSize = 1000;

export const viewStore = createStore<ViewState>(() => ({
  viewport: { x: 0, y: 0, scale: 1 },
  stage: { width: 1, height: 1 },
  fitted: true,
  tool: 'brush',
  brushes: { brush: { size: 80, hardness: 100 }, eraser: { size: 80, hardness: 100 } },
  overlay: { visible: true, colour: '#e6188f', opacity: 46, style: 'tint' },
  comparing: null,
  compareMode: 'slider',
  comparePosition: 50,
  showOriginal: false,
}));
