import type { Workspace } from './workspace.ts';

/** Fills the coarser levels with the known pixels of the finer ones. */
export const pyramid = ({ kernels, levels }: Workspace): void => {
  levels.reduce((fine, coarse) => {
    kernels.halve(
      fine.pixels,
      fine.classes,
      fine.width,
      fine.height,
      coarse.pixels,
      coarse.classes,
      coarse.width,
      coarse.height,
    );
    return coarse;
  });
};
