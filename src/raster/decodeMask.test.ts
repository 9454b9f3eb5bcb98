import { describe, expect, test } from 'vitest';
import { planesOf } from './decodeMask.ts';

const read = (...pixels: readonly number[][]) => {
  const planes = planesOf({ width: pixels.length, height: 1 });
  planes.addRows(Uint8ClampedArray.from(pixels.flat()));
  const { coverage, from } = planes.finish();
  return { coverage: [...coverage], from };
};

describe('where a file keeps its mask', () => {
  test('opaque: in its luminance', () => {
    const grey = [0, 1, 127, 128, 254, 255];
    const found = read(...grey.map((value) => [value, value, value, 255]));
    expect(found).toEqual({ coverage: grey, from: 'luminance' });
    expect(read([255, 0, 0, 255], [0, 255, 0, 255])).toEqual({ coverage: [54, 182], from: 'luminance' });
  });

  test('one grey with holes: in its alpha, transparent = repaint', () => {
    expect(read([0, 0, 0, 255], [0, 0, 0, 0], [0, 0, 0, 100])).toEqual({ coverage: [0, 255, 155], from: 'alpha' });
    expect(read([255, 255, 255, 255], [255, 255, 255, 0])).toEqual({ coverage: [0, 255], from: 'alpha' });
  });

  test('a coloured picture with a hole: in its alpha', () => {
    expect(read([10, 200, 30, 255], [0, 0, 0, 0])).toEqual({ coverage: [0, 255], from: 'alpha' });
  });

  test('white strokes on nothing: in the luminance, nothing counting as black', () => {
    expect(read([255, 255, 255, 255], [0, 0, 0, 0])).toEqual({ coverage: [255, 0], from: 'luminance' });
  });
});
