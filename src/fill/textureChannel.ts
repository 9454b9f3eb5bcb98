import { levelOf, type Workspace } from './workspace.ts';

/** px: the gradient is summed over cells of this side. */
const cellSide = 8;
/** Cells: the mean is taken over 7 x 7 of them. */
const reach = 3;
/** How strongly texture counts beside the colours when patches are compared. */
const strength = 4;

/**
 * Writes the fourth channel of the finest level: how busy the picture is around each pixel. It is compared, halved and voted for
 * like a colour, so that a smooth patch is not taken for the mean of a rough one.
 */
export const textureChannel = (workspace: Workspace): void => {
  const { kernels, memory, scratch } = workspace;
  const { width, height, pixels, classes } = levelOf(workspace, 0);
  const { floats } = memory;
  const cellsWide = Math.ceil(width / cellSide);
  const cellsHigh = Math.ceil(height / cellSide);
  const cells = scratch;
  const texture = scratch + 8 * cellsWide * cellsHigh;
  floats.fill(0, cells >> 2, (cells >> 2) + 2 * cellsWide * cellsHigh);
  kernels.gatherTexture(pixels, classes, width, height, cells, cellsWide);
  for (let y = 0; y < cellsHigh; y++) {
    for (let x = 0; x < cellsWide; x++) {
      let sum = 0;
      let weight = 0;
      for (let row = Math.max(0, y - reach); row <= Math.min(cellsHigh - 1, y + reach); row++) {
        for (let column = Math.max(0, x - reach); column <= Math.min(cellsWide - 1, x + reach); column++) {
          const cell = (cells >> 2) + 2 * (row * cellsWide + column);
          sum += floats[cell] ?? 0;
          weight += floats[cell + 1] ?? 0;
        }
      }
      floats[(texture >> 2) + y * cellsWide + x] = weight > 0 ? Math.min(255, (sum / weight) * strength) : 0;
    }
  }
  kernels.spreadTexture(pixels, classes, width, height, texture, cellsWide, cellsHigh);
};
