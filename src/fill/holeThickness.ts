import { forEachRun, type Runs } from './runs/runs.ts';

/** px: the distances are measured on a grid of this pitch, which is exact enough to choose a pyramid by. */
const pitch = 4;
const unreached = 60000;

/**
 * Half the thickness of the hole at its thickest place, in px: the greatest city-block distance to a known pixel. The picture's
 * border is not known: a hole along it is as thick as it reaches inwards.
 */
export const holeThickness = (holes: Runs): number => {
  const width = Math.ceil(holes.width / pitch);
  const height = Math.ceil(holes.height / pitch);
  const distance = new Uint16Array(width * height);
  forEachRun(holes, (y, start, end) => {
    const row = Math.floor(y / pitch) * width;
    distance.fill(unreached, row + Math.floor(start / pitch), row + Math.floor((end - 1) / pitch) + 1);
  });
  const through = (cell: number): number => (distance[cell] ?? 0) + 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = y * width + x;
      let nearest = distance[cell] ?? 0;
      if (nearest === 0) continue;
      if (x > 0) nearest = Math.min(nearest, through(cell - 1));
      if (y > 0) nearest = Math.min(nearest, through(cell - width));
      distance[cell] = nearest;
    }
  }
  let thickest = 0;
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const cell = y * width + x;
      let nearest = distance[cell] ?? 0;
      if (nearest === 0) continue;
      if (x < width - 1) nearest = Math.min(nearest, through(cell + 1));
      if (y < height - 1) nearest = Math.min(nearest, through(cell + width));
      distance[cell] = nearest;
      thickest = Math.max(thickest, nearest);
    }
  }
  return thickest * pitch;
};
