import { innerPart } from './solveLevel.ts';
import { levelOf, type Workspace } from './workspace.ts';

/** How much the voted colours hold the copied gradients back, against drifting colours. */
const screening = 0.02;
const relaxation = 1.8;
const sweeps = 20;

/**
 * The finish: every hole pixel is copied from the source that the heaviest patch over it proposes, then the copies are blended
 * with each other and with the rim in the gradient domain. Afterwards `poisson.unknowns` holds the colours.
 */
export const blendPoisson = (workspace: Workspace): void => {
  const { kernels, memory, labels, poisson, segments, shifts } = workspace;
  const { width, height, pixels, classes, holeTable, targetTable, matches, weights } = levelOf(workspace, 0);
  const { right, unknowns } = poisson;
  const [first, last] = innerPart;
  kernels.labelSources(
    width,
    height,
    holeTable.rows,
    holeTable.runs,
    targetTable.rows,
    targetTable.runs,
    matches,
    weights,
    first,
    last,
    shifts,
    labels,
  );
  // From here on the matches are gone: the equation lies over them.
  memory.words.set(segments.words, poisson.segments >> 2);
  memory.floats.fill(0, unknowns >> 2, (unknowns >> 2) + 4 * segments.slots);
  kernels.buildPoisson(
    pixels,
    classes,
    width,
    height,
    poisson.segments,
    segments.count,
    labels,
    right,
    unknowns,
    screening,
  );
  kernels.relaxPoisson(poisson.segments, segments.count, right, unknowns, relaxation, sweeps);
};
