import { expect, test } from 'vitest';
import { downloadName } from './downloadName.ts';

test.each([
  ['lake.jpg', 'png', 'lake-retouched.png'],
  ['lake.JPEG', 'jpeg', 'lake-retouched.jpg'],
  ['lake-retouched.png', 'webp', 'lake-retouched.webp'],
  ['v1.2 final', 'png', 'v1.2 final-retouched.png'],
  ['.png', 'png', 'picture-retouched.png'],
] as const)('%s as %s', (opened, format, saved) => {
  expect(downloadName(opened, format)).toBe(saved);
});
