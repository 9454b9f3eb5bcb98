import { createArena } from './arena.ts';
import type { LevelShape } from './planLevels.ts';
import { poissonSegments, type PoissonSegments } from './poissonSegments.ts';
import { runTableBytes, type RunTable } from './runs/writeRuns.ts';
import type { Runs } from './runs/runs.ts';
import { isSearchedWhole, peelStride } from './searchBudget.ts';

/** Where a level's data lies. What is kept per target patch or hole pixel is as large as the hole, not as the picture. */
export type Level = LevelShape & {
  readonly pixels: number;
  readonly classes: number;
  readonly holeTable: RunTable;
  readonly targetTable: RunTable;
  readonly matches: number;
  readonly distances: number;
  readonly weights: number;
  readonly depths: number;
};

export type Allocation = {
  readonly levels: readonly Level[];
  /** 32 bytes for the voting kernels. */
  readonly shifts: number;
  /** 256 float32: how much a patch is trusted by its depth in the hole. */
  readonly trust: number;
  /** Shared by steps that run one after another. */
  readonly scratch: number;
  readonly segments: PoissonSegments;
  /** int32 per slot of the finest hole: the source pixel it is copied from. */
  readonly labels: number;
  /** These lie over the matches, which are no longer needed when the labels are known. */
  readonly poisson: { readonly segments: number; readonly right: number; readonly unknowns: number };
  /** Size of the whole memory. */
  readonly bytes: number;
};

/** What the steps that share the scratch need at most on a level. */
const scratchBytes = (level: LevelShape, isFinest: boolean, isStart: boolean): number => {
  const area = level.width * level.height;
  const textureCells = Math.ceil(level.width / 8) * Math.ceil(level.height / 8);
  const texture = isFinest ? textureCells * 12 + 64 : 0;
  const peel = isStart
    ? area + 8 * level.holes.count + 4 * Math.ceil(level.sources.count / peelStride(level)) + 256
    : 0;
  const candidates = isSearchedWhole(level) ? 4 * level.sources.count : 0;
  return Math.max(texture, area, peel, candidates) + 64;
};

/** Decides where everything lies before the memory is made, so that it is made once and never grows. */
export const allocate = (shapes: readonly LevelShape[], starts: readonly number[]): Allocation => {
  const arena = createArena();
  const takeTable = (runs: Runs): RunTable => {
    const size = runTableBytes(runs);
    return { rows: arena.take(size.rows), runs: arena.take(size.runs) };
  };
  const takePlanes = (shape: LevelShape) => ({
    pixels: arena.take(4 * shape.width * shape.height),
    classes: arena.take(shape.width * shape.height),
    holeTable: takeTable(shape.holes),
  });
  const takeTargets = (shape: LevelShape) => ({
    targetTable: takeTable(shape.targets),
    matches: arena.take(4 * shape.targets.count),
    distances: arena.take(4 * shape.targets.count),
    weights: arena.take(4 * shape.targets.count),
    depths: arena.take(shape.targets.count),
  });

  const shifts = arena.take(32);
  const trust = arena.take(1024);
  const [finestShape, ...coarserShapes] = shapes;
  if (!finestShape) throw new Error('A pyramid has at least one level.');
  const segments = poissonSegments(finestShape.holes);
  const labels = arena.take(4 * segments.slots);
  const finestPlanes = takePlanes(finestShape);
  const untilLabelled = arena.mark();
  const finest: Level = { ...finestShape, ...finestPlanes, ...takeTargets(finestShape) };
  const coarser = coarserShapes.map((shape): Level => ({ ...shape, ...takePlanes(shape), ...takeTargets(shape) }));
  const needs = shapes.map((shape, index) => scratchBytes(shape, index === 0, starts.includes(index)));
  const scratch = arena.take(Math.max(...needs));
  arena.release(untilLabelled);
  const poisson = {
    segments: arena.take(4 * segments.words.length),
    right: arena.take(16 * segments.slots),
    unknowns: arena.take(16 * segments.slots),
  };
  return { levels: [finest, ...coarser], shifts, trust, scratch, segments, labels, poisson, bytes: arena.peak() };
};
