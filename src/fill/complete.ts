import { rectOfSize, type Rect } from '../geometry/rect.ts';
import { allocate, type Allocation } from './allocate.ts';
import { blendPoisson } from './blendPoisson.ts';
import { diffusionBytes } from './diffuse.ts';
import { fillAlpha } from './fillAlpha.ts';
import { FillError } from './fillError.ts';
import type { FillJob, FillProgress, FillResult } from './fillJob.ts';
import { fillSmoothly } from './fillSmoothly.ts';
import { holeBounds } from './holeBounds.ts';
import { hypotheses } from './hypotheses.ts';
import type { KernelFactory, KernelInstance } from './kernels/kernels.ts';
import { memoryViews } from './memoryViews.ts';
import { writeDepths, writeTrustTable } from './patchTrust.ts';
import { fillPlainParts } from './plain/fillPlainParts.ts';
import { planLevels, type LevelPlan } from './planLevels.ts';
import { planStarts } from './planStarts.ts';
import { progressOf } from './progressOf.ts';
import { pyramid } from './pyramid.ts';
import { createRandom } from './random.ts';
import { scanRegion, type ScannedRegion } from './scanRegion.ts';
import { solveLevel } from './solveLevel.ts';
import { sourceRegion } from './sourceRegion.ts';
import { textureChannel } from './textureChannel.ts';
import type { Workspace } from './workspace.ts';
import { writeClasses } from './writeClasses.ts';
import { writePixels } from './writePixels.ts';
import { writeResult } from './writeResult.ts';

export type CompleteOptions = {
  readonly kernels: KernelFactory;
  readonly onProgress?: (progress: FillProgress) => void;
};

/** Where a job is worked on: the region around the hole, what is in it, and the pyramid over it. */
type Site = ScannedRegion & { readonly region: Rect; readonly plan: LevelPlan };

/**
 * Fills the hole of a picture with matter from around it. Works on a part around the hole only; leaves the job as it is.
 * Throws a FillError where nothing is known or the memory cannot be had.
 */
export const complete = (original: FillJob, options: CompleteOptions): FillResult => {
  const startedAt = performance.now();
  const pixels = original.pixels.slice();
  const finish = (usedDiffusion: boolean, workingBytes: number): FillResult => ({
    pixels,
    usedDiffusion,
    milliseconds: performance.now() - startedAt,
    peakBytes: pixels.byteLength + workingBytes,
  });

  const bounds = holeBounds(original);
  if (bounds === null) return finish(false, 0);
  const { remaining, workingBytes: plainBytes } = fillPlainParts(pixels, original, bounds);
  // What has been filled so far is known to the rest.
  const job: FillJob = remaining ? { ...original, pixels, hole: remaining } : original;
  const remainingBounds = remaining ? holeBounds(job) : bounds;
  if (remainingBounds === null) return finish(false, plainBytes);
  const site = chooseSite(job, remainingBounds);
  const { region, holes, isOpaque, plan } = site;
  if (holes.count === job.width * job.height) throw new FillError('nothing-known');
  if (plan.levels.length === 0) {
    fillSmoothly(pixels, job, region, holes);
    return finish(true, 5 * region.width * region.height + diffusionBytes(region));
  }
  const bytes = fillFromPatches(pixels, job, site, options);
  if (!isOpaque) fillAlpha(pixels, job, region, holes);
  return finish(false, Math.max(bytes, plainBytes));
};

/** The surroundings of the hole, or the whole job where they hold nothing to copy. */
const chooseSite = (job: FillJob, bounds: Rect): Site => {
  const survey = (region: Rect): Site => {
    const scanned = scanRegion(job, region);
    return { ...scanned, region, plan: planLevels(scanned.holes, scanned.voids) };
  };
  const near = survey(sourceRegion(bounds, job));
  const isWhole = near.region.width === job.width && near.region.height === job.height;
  return near.plan.levels.length > 0 || isWhole ? near : survey(rectOfSize(job));
};

/** The algorithm, step by step. Answers the size of the memory that it took. */
const fillFromPatches = (
  pixels: Uint8ClampedArray,
  job: FillJob,
  { region, plan }: Site,
  { kernels: factory, onProgress }: CompleteOptions,
): number => {
  const startPlan = planStarts(plan);
  const allocation = allocate(
    plan.levels,
    startPlan.starts.map(({ level }) => level),
  );
  const { buffer, kernels } = makeMemory(factory, allocation);
  const progress = progressOf(plan.levels, startPlan, region, onProgress);
  const workspace: Workspace = {
    ...allocation,
    kernels,
    memory: memoryViews(buffer),
    random: createRandom(job.seed),
    worked: progress.worked,
  };

  for (const level of workspace.levels) writeClasses(workspace, level);
  writePixels(workspace, job, region);
  textureChannel(workspace);
  pyramid(workspace);
  writeTrustTable(workspace);
  for (const level of workspace.levels) writeDepths(workspace, level);
  progress.prepared();

  hypotheses(workspace, startPlan);
  for (let index = startPlan.compared - 1; index >= 0; index--) solveLevel(workspace, index, 'coarser');

  blendPoisson(workspace);
  writeResult(workspace, pixels, job.width, region);
  progress.finished();
  return buffer.byteLength;
};

const makeMemory = (factory: KernelFactory, { bytes }: Allocation): KernelInstance => {
  try {
    return factory.create(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new FillError('out-of-memory', { cause: error });
    throw error;
  }
};
