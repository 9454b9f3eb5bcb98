import { patchSide } from '../patchSide.ts';
import { buildRuns, type Runs } from './runs.ts';

/** The top left pixels of all patches inside the grid that are not in the set `touching`. */
export const remainingPatches = (touching: Runs): Runs => {
  const endX = touching.width - patchSide + 1;
  const endY = touching.height - patchSide + 1;
  return buildRuns(touching.width, touching.height, (y, add) => {
    if (y >= endY) return;
    let from = 0;
    const last = touching.rows[y + 1] ?? 0;
    for (let run = touching.rows[y] ?? 0; run < last; run++) {
      if ((touching.starts[run] ?? 0) > from) add(from, touching.starts[run] ?? 0);
      from = touching.ends[run] ?? 0;
    }
    if (from < endX) add(from, endX);
  });
};
