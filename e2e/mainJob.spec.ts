import { expect } from '@playwright/test';
import { decodePng } from './decodePng.ts';
import { test } from './harness.ts';
import { pngFile, testPicture } from './pictures.ts';

for (const [width, height] of [
  [1024, 768],
  [4096, 4096],
] as const)
  test(`open, paint, generate, compare, accept, save: ${width} × ${height}`, async ({ editor }) => {
    test.setTimeout(180_000);
    const source = testPicture(width, height);
    await editor.open(pngFile(source, 'holiday.png'), width, height);
    const placement = await editor.seenPlacement(width, height);

    const radius = height / 8;
    await editor.setSlider('Brush size', Math.round(radius / 2));
    await editor.paintDisc({ x: width / 2, y: height / 2 }, radius * 1.05, placement);
    const mask = await editor.exportMask();
    expect(mask).toMatchObject({ width, height });

    await editor.generate();
    await editor.accept();

    const saved = await editor.download();
    expect(saved.name).toMatch(/^holiday.+\.png$/);
    const result = decodePng(saved.bytes);
    expect(result).toMatchObject({ width, height });

    let kept = 0;
    let keptChanged = 0;
    let repainted = 0;
    let repaintedChanged = 0;
    let stillBlack = 0;
    for (let pixel = 0; pixel < width * height; pixel++) {
      const before = pixel * 3;
      const after = pixel * result.channels;
      let isChanged = result.channels === 4 && result.data[after + 3] !== 255;
      for (let channel = 0; channel < 3; channel++)
        isChanged ||= source.data[before + channel] !== result.data[after + channel];
      if (mask.data[pixel] === 0) {
        kept++;
        if (isChanged) keptChanged++;
      } else if (mask.data[pixel] === 255) {
        repainted++;
        if (isChanged) repaintedChanged++;
        if (result.data[after]! < 60) stillBlack++;
      }
    }
    expect(kept).toBeGreaterThan(width * height * 0.5);
    expect(keptChanged, 'pixels changed where the mask is 0').toBe(0);
    expect(repainted).toBeGreaterThan(Math.PI * radius ** 2 * 0.9);
    expect(repaintedChanged / repainted, 'share of masked pixels that changed').toBeGreaterThan(0.8);
    expect(stillBlack / repainted, 'share of the object that is still there').toBeLessThan(0.02);
  });
