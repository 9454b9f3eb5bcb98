import { expect, test } from 'vitest';
import { documentOf, type PictureId } from '../document/editDocument.ts';
import { maskFromFlat } from '../document/tileMask.ts';
import { containsRect, rectOfSize } from '../geometry/rect.ts';
import { onDevice } from '../providers/onDevice/onDevice.ts';
import { planEdit } from './plan.ts';

const size = { width: 1000, height: 800 };
const empty = documentOf({ id: 'a' as PictureId, size, hasAlpha: false });

test('nothing open and nothing painted are refused with the next step', () => {
  expect(planEdit(null, onDevice.capabilities)).toEqual({ kind: 'refused', reason: 'Open a picture first.' });
  expect(planEdit(empty, onDevice.capabilities)).toMatchObject({
    kind: 'refused',
    reason: 'Paint over what should change first.',
  });
});

test('the region holds the mask and its surroundings, within the picture', () => {
  const flat = new Uint8Array(size.width * size.height);
  flat.fill(255, 20 * size.width + 30, 20 * size.width + 60);
  const plan = planEdit({ ...empty, mask: maskFromFlat(size, flat) }, onDevice.capabilities);
  if (plan.kind === 'refused') throw new Error(plan.reason);
  expect(containsRect(rectOfSize(size), plan.region)).toBe(true);
  expect(containsRect(plan.region, { x: 0, y: 0, width: 156, height: 117 })).toBe(true);
});
