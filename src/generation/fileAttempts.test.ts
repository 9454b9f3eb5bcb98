import { expect, test } from 'vitest';
import { rect } from '../geometry/rect.ts';
import type { OperationCapability } from '../providers/contract.ts';
import { growingStep, maskedStep } from './buildStep.ts';
import { fileAttempts } from './fileAttempts.ts';
import { capabilityOf } from './fixtures/capabilityOf.ts';

const region = rect(0, 0, 2000, 1000);
const attempts = (changes: Partial<OperationCapability>) => {
  const step = maskedStep('inpaint', capabilityOf(changes), region, region, 0);
  if (!step) throw new Error('No size fits.');
  return [...fileAttempts(step)].map((attempt) => [attempt.format, attempt.step.size.width]);
};

test('without a limit only PNG, which loses nothing', () => {
  expect(attempts({})).toEqual([['png', 2000]]);
});

test('with a limit PNG, then lossy, then fewer px four times', () => {
  const sizes = [2000, 2000, 2000, 1700, 1445, 1228, 1044];
  expect(attempts({ maxFileBytes: 1000 })).toEqual(
    ['png', 'jpeg', 'webp', 'jpeg', 'jpeg', 'jpeg', 'jpeg'].map((format, index) => [format, sizes[index]]),
  );
});

test('a mask within the image needs alpha; the smallest side ends it early', () => {
  const formats = attempts({ maxFileBytes: 1000, mask: { kind: 'image-alpha' } }).map(([format]) => format);
  expect(formats).toEqual(['png', 'webp', 'webp', 'webp', 'webp', 'webp']);
  const tall = attempts({ maxFileBytes: 1000, size: { minSide: 800, multipleOf: 8 } });
  expect(tall.every(([, width]) => Number(width) >= 800)).toBe(true);
});

test('fewer px of a growing picture: the margins shrink with it', () => {
  const native = { kind: 'margins' } as const;
  const by = { left: 100, right: 0, top: 0, bottom: 0 };
  const step = growingStep(rect(100, 0, 1000, 1000), by, capabilityOf({ maxFileBytes: 1 }), native);
  const last = step && [...fileAttempts(step)].at(-1)?.step;
  expect(last).toMatchObject({ size: { width: 522, height: 522 }, margins: { left: 53 } });
  expect(last?.target).toEqual(rect(0, 0, 1100, 1000));
});
