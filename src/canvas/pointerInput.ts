import { screenPoint, type ScreenPoint } from '../geometry/point.ts';
import type { Gesture, PointerSample } from '../tools/tool.ts';

/** What a press is for: the tool in hand, the eraser end of a pen, or moving the view. */
export type PressKind = 'tool' | 'erase' | 'pan';

export type PointerHost = {
  /** True while Space is held: then a press pans. */
  readonly panKeyHeld: () => boolean;
  readonly sample: (screen: ScreenPoint, event: PointerEvent) => PointerSample;
  readonly begin: (kind: PressKind, first: PointerSample) => Gesture;
  readonly hover: (screen: ScreenPoint | null, event: PointerEvent | null) => void;
  /** Two fingers moved: pan by CSS px, then scale about `centre`. */
  readonly pinch: (centre: ScreenPoint, dx: number, dy: number, factor: number) => void;
};

export type PointerInput = {
  /** True between press and release. */
  readonly busy: () => boolean;
  /** Ends the gesture under way as if it had never begun. */
  readonly cancel: () => void;
  readonly detach: () => void;
};

type Active = { readonly pointerId: number; readonly gesture: Gesture };
type Fingers = Map<number, ScreenPoint>;

/**
 * Pointer events on the drawing surface -> gestures. The pointer is captured, so that strokes that leave the surface and come back
 * are whole; coalesced events are read, so that none of a fast stroke's points is lost; samples reach the gesture once a frame.
 */
export const pointerInput = (surface: HTMLElement, host: PointerHost): PointerInput => {
  const fingers: Fingers = new Map();
  let active: Active | null = null;
  /** After a pinch the finger that stays down does nothing. */
  let pinched = false;
  let queue: PointerSample[] = [];
  let frame = 0;

  const place = (event: PointerEvent): ScreenPoint => {
    const box = surface.getBoundingClientRect();
    return screenPoint(event.clientX - box.left, event.clientY - box.top);
  };

  const flush = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    const samples = queue;
    queue = [];
    if (active && samples.length > 0) active.gesture.move(samples);
  };

  const end = (how: 'commit' | 'cancel'): void => {
    if (!active) return;
    if (how === 'commit') flush();
    cancelAnimationFrame(frame);
    frame = 0;
    queue = [];
    const { gesture } = active;
    active = null;
    gesture[how]();
  };

  const pressKind = (event: PointerEvent): PressKind | null => {
    if (event.button === 1 || (event.button === 0 && host.panKeyHeld())) return 'pan';
    if (event.button === 5 || (event.buttons & 32) !== 0) return 'erase';
    return event.button === 0 ? 'tool' : null;
  };

  const onDown = (event: PointerEvent): void => {
    const kind = pressKind(event);
    if (!kind) return;
    // Otherwise a middle press scrolls, and a press selects text; focus has to be set by hand then.
    event.preventDefault();
    surface.focus({ preventScroll: true });
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, place(event));
      if (fingers.size > 1) {
        pinched = true;
        return end('cancel');
      }
      pinched = false;
    }
    if (active) return;
    surface.setPointerCapture(event.pointerId);
    const gesture = host.begin(kind, host.sample(place(event), event));
    active = { pointerId: event.pointerId, gesture };
  };

  const onMove = (event: PointerEvent): void => {
    const now = place(event);
    if (event.pointerType === 'touch' && pinched) return movePinch(event.pointerId, now);
    if (event.pointerType !== 'touch') host.hover(now, event);
    if (active?.pointerId !== event.pointerId) return;
    const events = event.getCoalescedEvents();
    for (const each of events.length > 0 ? events : [event]) queue.push(host.sample(place(each), each));
    frame ||= requestAnimationFrame(flush);
  };

  const movePinch = (pointerId: number, now: ScreenPoint): void => {
    const before = fingers.get(pointerId);
    const other = [...fingers].find(([id]) => id !== pointerId)?.[1];
    fingers.set(pointerId, now);
    if (!before || !other || fingers.size !== 2) return;
    const centre = screenPoint((now.x + other.x) / 2, (now.y + other.y) / 2);
    const spread = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    const factor = Math.max(1, Math.hypot(now.x - other.x, now.y - other.y)) / spread;
    host.pinch(centre, (now.x - before.x) / 2, (now.y - before.y) / 2, factor);
  };

  const lift = (event: PointerEvent, how: 'commit' | 'cancel'): void => {
    fingers.delete(event.pointerId);
    if (active?.pointerId === event.pointerId) end(how);
  };

  const onUp = (event: PointerEvent): void => lift(event, 'commit');
  const onCancel = (event: PointerEvent): void => lift(event, 'cancel');
  // The pointer went elsewhere without an end of its own: what was painted so far is kept, undo takes it back.
  const onLost = (event: PointerEvent): void => lift(event, 'commit');
  const onBlur = (): void => {
    fingers.clear();
    end('commit');
  };
  const onLeave = (): void => host.hover(null, null);

  const stop = new AbortController();
  const { signal } = stop;
  surface.addEventListener('pointerdown', onDown, { signal });
  surface.addEventListener('pointermove', onMove, { signal });
  surface.addEventListener('pointerup', onUp, { signal });
  surface.addEventListener('pointercancel', onCancel, { signal });
  surface.addEventListener('lostpointercapture', onLost, { signal });
  surface.addEventListener('pointerleave', onLeave, { signal });
  window.addEventListener('blur', onBlur, { signal });

  return {
    busy: () => active !== null,
    cancel: () => end('cancel'),
    detach: () => {
      end('cancel');
      stop.abort();
    },
  };
};
