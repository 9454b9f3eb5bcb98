import { forEachRun, type Runs } from './runs/runs.ts';

/** The hole's pixels (y * width + x) in layers: those beside a pixel outside the hole first, then those beside the first layer, ... */
export const peelLayers = (holes: Runs): readonly (readonly number[])[] => {
  const { width, height } = holes;
  const isWaiting = new Uint8Array(width * height);
  forEachRun(holes, (y, start, end) => isWaiting.fill(1, y * width + start, y * width + end));
  const neighbours = (pixel: number): number[] => {
    const x = pixel % width;
    const found: number[] = [];
    if (x > 0) found.push(pixel - 1);
    if (x < width - 1) found.push(pixel + 1);
    if (pixel >= width) found.push(pixel - width);
    if (pixel < width * (height - 1)) found.push(pixel + width);
    return found;
  };
  let layer: number[] = [];
  forEachRun(holes, (y, start, end) => {
    for (let pixel = y * width + start; pixel < y * width + end; pixel++) {
      if (neighbours(pixel).some((beside) => isWaiting[beside] === 0)) layer.push(pixel);
    }
  });
  const layers: number[][] = [];
  while (layer.length > 0) {
    layers.push(layer);
    for (const pixel of layer) isWaiting[pixel] = 0;
    const next = new Set<number>();
    for (const pixel of layer) for (const beside of neighbours(pixel)) if (isWaiting[beside] === 1) next.add(beside);
    layer = [...next];
  }
  return layers;
};
