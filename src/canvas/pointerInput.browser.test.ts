import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imagePoint } from '../geometry/point.ts';
import type { PointerSample } from '../tools/tool.ts';
import { pointerInput, type PointerInput, type PressKind } from './pointerInput.ts';

type Ended = {
  readonly kind: PressKind;
  readonly points: readonly (readonly [number, number])[];
  readonly how: string;
};

let surface: HTMLElement;
let input: PointerInput;
let ended: Ended[];
let begun: number;
let pinches: number;
let spaceHeld: boolean;

beforeEach(() => {
  surface = document.createElement('div');
  surface.tabIndex = 0;
  Object.assign(surface.style, { position: 'fixed', left: '100px', top: '50px', width: '400px', height: '300px' });
  document.body.append(surface);
  // Synthetic events have no pointer that the browser could capture.
  surface.setPointerCapture = () => undefined;
  [ended, begun, pinches, spaceHeld] = [[], 0, 0, false];
  input = pointerInput(surface, {
    panKeyHeld: () => spaceHeld,
    sample: (screen, event): PointerSample => ({
      screen,
      image: imagePoint(screen.x, screen.y),
      pressure: event.pressure,
      shift: event.shiftKey,
    }),
    begin(kind, first) {
      begun++;
      const points: (readonly [number, number])[] = [[first.image.x, first.image.y]];
      return {
        move: (samples) => points.push(...samples.map(({ image }) => [image.x, image.y] as const)),
        commit: () => ended.push({ kind, points, how: 'commit' }),
        cancel: () => ended.push({ kind, points, how: 'cancel' }),
      };
    },
    hover: () => undefined,
    pinch: () => {
      pinches++;
    },
  });
});

afterEach(() => {
  input.detach();
  surface.remove();
});

const fire = (type: string, x: number, y: number, init: PointerEventInit = {}): void => {
  const buttons = type === 'pointerup' ? 0 : 1;
  const place = { clientX: 100 + x, clientY: 50 + y };
  surface.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerId: 1,
      button: 0,
      buttons,
      pointerType: 'mouse',
      ...place,
      ...init,
    }),
  );
};

describe('pointerInput', () => {
  test('a stroke that leaves the surface and comes back is one whole stroke', () => {
    fire('pointerdown', 10, 10);
    fire('pointermove', -80, 40);
    fire('pointermove', 500, 60);
    fire('pointermove', 30, 80);
    fire('pointerup', 30, 80);
    expect(ended).toEqual([
      {
        kind: 'tool',
        how: 'commit',
        points: [
          [10, 10],
          [-80, 40],
          [500, 60],
          [30, 80],
        ],
      },
    ]);
  });

  test('a second finger cancels the dab and pinches instead', () => {
    const touch = { pointerType: 'touch' };
    fire('pointerdown', 10, 10, { ...touch, pointerId: 1 });
    fire('pointermove', 12, 10, { ...touch, pointerId: 1 });
    fire('pointerdown', 90, 10, { ...touch, pointerId: 2 });
    fire('pointermove', 120, 10, { ...touch, pointerId: 2 });
    fire('pointerup', 120, 10, { ...touch, pointerId: 2 });
    fire('pointermove', 60, 60, { ...touch, pointerId: 1 });
    fire('pointerup', 60, 60, { ...touch, pointerId: 1 });
    expect(ended.map(({ how }) => how)).toEqual(['cancel']);
    expect(pinches).toBe(1);
    fire('pointerdown', 10, 10, { ...touch, pointerId: 3 });
    fire('pointerup', 10, 10, { ...touch, pointerId: 3 });
    expect(ended.map(({ how }) => how)).toEqual(['cancel', 'commit']);
  });

  test('middle button and Space pan, the eraser end of a pen erases, the right button does nothing', () => {
    fire('pointerdown', 5, 5, { button: 1, buttons: 4 });
    fire('pointerup', 5, 5, { button: 1 });
    spaceHeld = true;
    fire('pointerdown', 5, 5);
    fire('pointerup', 5, 5);
    spaceHeld = false;
    fire('pointerdown', 5, 5, { pointerType: 'pen', button: 5, buttons: 32 });
    fire('pointerup', 5, 5, { pointerType: 'pen' });
    fire('pointerdown', 5, 5, { button: 2, buttons: 2 });
    expect(ended.map(({ kind }) => kind)).toEqual(['pan', 'pan', 'erase']);
  });

  test('a cancelled pointer leaves nothing, a lost one keeps what was painted', () => {
    fire('pointerdown', 5, 5);
    fire('pointercancel', 5, 5);
    fire('pointerdown', 5, 5);
    fire('lostpointercapture', 5, 5);
    fire('pointerdown', 5, 5);
    window.dispatchEvent(new Event('blur'));
    expect(ended.map(({ how }) => how)).toEqual(['cancel', 'commit', 'commit']);
  });

  test('no stream of events leaves a gesture open or ends one twice', () => {
    const event = fc.record({
      type: fc.constantFrom('pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'lostpointercapture', 'blur'),
      pointerId: fc.integer({ min: 1, max: 3 }),
      pointerType: fc.constantFrom('mouse', 'touch', 'pen'),
      button: fc.constantFrom(0, 0, 0, 1, 2, 5),
      x: fc.integer({ min: -50, max: 450 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        for (const { type, x, ...init } of events) {
          if (type === 'blur') window.dispatchEvent(new Event('blur'));
          else fire(type, x, 20, init);
        }
        window.dispatchEvent(new Event('blur'));
        expect(input.busy()).toBe(false);
        expect(ended.length).toBe(begun);
      }),
      { numRuns: 300 },
    );
  });
});
