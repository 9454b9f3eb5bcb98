import { beginDraft } from '../document/maskDraft.ts';
import { stampCapsule, type StampMode } from '../document/stampCapsule.ts';
import { union, type Rect } from '../geometry/rect.ts';
import type { PointerSample, Tool } from './tool.ts';

/** Paints or erases along the pointer's path; Shift at the press draws a straight line from where the last stroke ended. */
const strokeTool = (id: 'brush' | 'eraser', mode: StampMode, label: string): Tool => ({
  id,
  cursor: 'ring',
  begin(first, port) {
    const draft = beginDraft(port.mask);
    let last = first.shift && port.lastPoint ? port.lastPoint : first.image;

    const stampTo = (samples: readonly PointerSample[]): void => {
      let dirty: Rect | null = null;
      for (const { image } of samples) {
        const touched = stampCapsule(draft, last, image, port.brush, mode);
        if (touched) dirty = dirty ? union(dirty, touched) : touched;
        last = image;
      }
      port.showDraft(draft, dirty);
    };

    stampTo([first]);
    return {
      move: stampTo,
      commit: () => port.commitDraft(draft, label, last),
      cancel: () => port.dropDraft(),
    };
  },
});

export const brush = strokeTool('brush', 'paint', 'Brush stroke');

export const eraser = strokeTool('eraser', 'erase', 'Eraser stroke');
