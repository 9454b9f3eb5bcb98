import { holeThickness } from './holeThickness.ts';
import { halveRuns } from './runs/halveRuns.ts';
import { halveRunsInside } from './runs/halveRunsInside.ts';
import { remainingPatches } from './runs/remainingPatches.ts';
import type { Runs } from './runs/runs.ts';
import { touchingPatches } from './runs/touchingPatches.ts';
import { unionRuns } from './runs/unionRuns.ts';

/** One level of the pyramid as sets: which pixels to fill, which patches to find a match for, which patches to copy from. */
export type LevelShape = {
  readonly width: number;
  readonly height: number;
  readonly holes: Runs;
  readonly voids: Runs;
  /** Patches that touch the hole, by their top left pixel. */
  readonly targets: Runs;
  /** Patches without void and without any pixel that was partly hole. */
  readonly sources: Runs;
};

export type LevelPlan = {
  /** Finest first. Empty where there is too little to copy from. */
  readonly levels: readonly LevelShape[];
  /** px at the finest level, see holeThickness. */
  readonly thickness: number;
};

/** With fewer source patches a copy is a visible repetition; a smooth fill is better. */
const leastSources = 16;
/** px of half thickness: the coarsest level is one whose hole can be guessed from its rim. */
const coarsestThickness = 4;
/** px: smaller levels hold too few patches. */
const leastSide = 28;

/** `unsafe` are the pixels that no source may hold: of a coarse level also those that a part of the hole went missing from. */
const levelShape = (holes: Runs, voids: Runs, unsafe: Runs = holes): LevelShape => ({
  width: holes.width,
  height: holes.height,
  holes,
  voids,
  targets: touchingPatches(holes),
  sources: remainingPatches(touchingPatches(unionRuns(unsafe, voids))),
});

/** Chooses the pyramid: halved until the hole is thin, as long as there are enough patches to copy from. */
export const planLevels = (holes: Runs, voids: Runs): LevelPlan => {
  const thickness = holeThickness(holes);
  const levels: LevelShape[] = [];
  let shape = levelShape(holes, voids);
  while (shape.sources.count >= leastSources) {
    levels.push(shape);
    const isThin = thickness / 2 ** (levels.length - 1) <= coarsestThickness;
    if (isThin || (Math.min(shape.width, shape.height) + 1) >> 1 < leastSide) break;
    // A coarse pixel is known as soon as one of its children is: narrow stretches between parts of the hole stay in sight.
    const holesAtHalf = halveRunsInside(shape.holes);
    if (holesAtHalf.count === 0) break;
    shape = levelShape(holesAtHalf, halveRuns(shape.voids), halveRuns(shape.holes));
  }
  return { levels, thickness };
};
