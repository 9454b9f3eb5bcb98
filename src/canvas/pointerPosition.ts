import type { ImagePoint } from '../geometry/point.ts';
import type { Size } from '../geometry/size.ts';
import { pointerPositionId } from '../ui/pointerPositionId.ts';

/** Shows the image px under the pointer as `x, y`; empty outside the picture. Written straight into the status line, not through React. */
export const pointerPosition = () => ({
  show(point: ImagePoint | null, size: Size | null): void {
    const element = document.getElementById(pointerPositionId);
    if (!element) return;
    const inside = point && size && point.x >= 0 && point.y >= 0 && point.x < size.width && point.y < size.height;
    element.textContent = inside ? `${Math.floor(point.x)}, ${Math.floor(point.y)}` : '';
  },
});
