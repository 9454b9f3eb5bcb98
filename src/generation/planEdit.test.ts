import { expect, test } from 'vitest';
import { documentOf, type EditDocument, type PictureId } from '../document/editDocument.ts';
import { maskFromFlat } from '../document/tileMask.ts';
import { containsRect, rectOfSize } from '../geometry/rect.ts';
import { onDevice } from '../providers/onDevice/onDevice.ts';
import { requestOf } from './editRequest.ts';
import { planEdit } from './planEdit.ts';

const size = { width: 1000, height: 800 };
const empty = documentOf({ id: 'a' as PictureId, size, hasAlpha: false });

const planOnDevice = (document: EditDocument | null) =>
  planEdit(document, onDevice, onDevice.capabilities({}), requestOf({}));

test('nothing open and nothing painted are refused with the next step', () => {
  expect(planOnDevice(null)).toEqual({ kind: 'refused', control: 'picture', reason: 'Open a picture first.' });
  expect(planOnDevice(empty)).toMatchObject({
    kind: 'refused',
    reason: 'Paint over what should change first.',
  });
});

test('the region holds the mask and its surroundings, within the picture', () => {
  const flat = new Uint8Array(size.width * size.height);
  flat.fill(255, 20 * size.width + 30, 20 * size.width + 60);
  const plan = planOnDevice({ ...empty, mask: maskFromFlat(size, flat) });
  if (plan.kind === 'refused') throw new Error(plan.reason);
  expect(containsRect(rectOfSize(size), plan.steps[0].region)).toBe(true);
  expect(containsRect(plan.steps[0].region, { x: 0, y: 0, width: 156, height: 117 })).toBe(true);
});
