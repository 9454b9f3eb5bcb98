/** A byte offset into the job's one memory. */
export type Address = number;

/**
 * The inner loops of the fill. Two twins with equal results: AssemblyScript with SIMD (kernels.as.ts) and plain TypeScript
 * (scalar/). All data lies in one memory and is passed by address:
 * - `pixels`: four bytes per pixel, red, green, blue, texture; `width * height` of them, row by row.
 * - `classes`: one byte per pixel, see pixelClass.ts.
 * - `rows`, `runs`: a run table as written by writeRuns.ts. Plain `rows`, `runs` are those of the target patches, `holeRows`,
 *   `holeRuns` those of the hole's pixels.
 * - `matches`: per target patch, the pixel index of the top left corner of its source patch (int32); `distances`: the squared
 *   distance of the two (int32); `weights`: how much the patch counts in a vote (float32); `depths`: how deep its centre lies in
 *   the hole (uint8).
 * - `shifts`: 32 bytes of scratch.
 * Patches are 8 x 8 and named by their top left pixel.
 */
export type Kernels = {
  /** Sums the brightness gradient of known pixels over cells of 8 x 8: `cells` takes (sum, weight) float32 pairs, zeroed before. */
  gatherTexture(
    pixels: Address,
    classes: Address,
    width: number,
    height: number,
    cells: Address,
    cellsWide: number,
  ): void;
  /** Writes the bilinear interpolation of `texture` (float32 per cell) to the fourth byte of every pixel outside the hole. */
  spreadTexture(
    pixels: Address,
    classes: Address,
    width: number,
    height: number,
    texture: Address,
    cellsWide: number,
    cellsHigh: number,
  ): void;
  /** One pyramid step: binomial 1-3-3-1 over the pixels outside the hole; pixels of the coarse hole become 0. */
  halve(
    fine: Address,
    fineClasses: Address,
    fineWidth: number,
    fineHeight: number,
    coarse: Address,
    coarseClasses: Address,
    width: number,
    height: number,
  ): void;
  /** City-block distance of each hole pixel to the nearest pixel outside (at most 255), into a byte plane zeroed before. */
  measureDepth(width: number, height: number, holeRows: Address, holeRuns: Address, depth: Address): void;
  /** Copies the depth under the centre of every target patch to `depths`. */
  sampleDepth(width: number, height: number, rows: Address, runs: Address, depth: Address, depths: Address): void;
  /** Fills `distances` for the present matches and answers their sum. */
  measureMatches(
    pixels: Address,
    width: number,
    height: number,
    rows: Address,
    runs: Address,
    matches: Address,
    distances: Address,
  ): number;
  /**
   * One PatchMatch pass over all targets: takes over the matches of the two neighbours visited before (`direction` 1: left and
   * above, -1: right and below), then tries random places around the match, from `radius` px halving down to 1, unless the
   * distance is at most `goodEnough`. Answers the next random state (a signed 32-bit number).
   */
  sweepMatches(
    pixels: Address,
    classes: Address,
    width: number,
    height: number,
    rows: Address,
    runs: Address,
    matches: Address,
    distances: Address,
    direction: 1 | -1,
    radius: number,
    seed: number,
    goodEnough: number,
  ): number;
  /** Compares every target with its match and with all `candidates` (int32 pixel indices) and keeps the nearest. */
  searchAll(
    pixels: Address,
    width: number,
    height: number,
    rows: Address,
    runs: Address,
    matches: Address,
    distances: Address,
    candidates: Address,
    candidateCount: number,
  ): void;
  /** For each of `patches` (int32 pixel indices) the nearest candidate, comparing only pixels whose byte in `known` is 255. */
  searchKnown(
    pixels: Address,
    known: Address,
    width: number,
    patches: Address,
    patchCount: number,
    candidates: Address,
    candidateCount: number,
    found: Address,
  ): void;
  /** weight = trust[depth] * (tolerance / (distance + tolerance))^power, power 1 or 2. */
  weighMatches(
    distances: Address,
    depths: Address,
    trust: Address,
    weights: Address,
    count: number,
    tolerance: number,
    power: number,
  ): void;
  /**
   * Sets every hole pixel to the weighted mean of what the matches of the patches that cover it propose. Only patches whose
   * offset to the pixel is within `first`..`last` in both directions count, or all where none is. Answers the summed change of green.
   */
  vote(
    pixels: Address,
    width: number,
    height: number,
    holeRows: Address,
    holeRuns: Address,
    rows: Address,
    runs: Address,
    matches: Address,
    weights: Address,
    first: number,
    last: number,
    shifts: Address,
  ): number;
  /** Writes for every hole pixel (by slot, see poissonSegments.ts) which source pixel the heaviest patch over it proposes. */
  labelSources(
    width: number,
    height: number,
    holeRows: Address,
    holeRuns: Address,
    rows: Address,
    runs: Address,
    matches: Address,
    weights: Address,
    first: number,
    last: number,
    shifts: Address,
    labels: Address,
  ): void;
  /**
   * Builds the screened Poisson equation of the hole: gradients of the labelled sources, `screening` times the present colour.
   * `right` takes (r, g, b, diagonal), `unknowns` the present colour, four float32 per slot each.
   */
  buildPoisson(
    pixels: Address,
    classes: Address,
    width: number,
    height: number,
    segments: Address,
    segmentCount: number,
    labels: Address,
    right: Address,
    unknowns: Address,
    screening: number,
  ): void;
  /** Successive over-relaxation of that equation, alternately forward and backward. */
  relaxPoisson(
    segments: Address,
    segmentCount: number,
    right: Address,
    unknowns: Address,
    omega: number,
    sweeps: number,
  ): void;
};

/** The kernels bound to a memory of their own. Letting go of it gives the memory back. */
export type KernelInstance = { readonly buffer: ArrayBuffer; readonly kernels: Kernels };

/** Makes a memory of `bytes` zero bytes (rounded up) with kernels working on it. Throws a RangeError where it cannot be had. */
export type KernelFactory = { readonly name: 'wasm' | 'scalar'; readonly create: (bytes: number) => KernelInstance };
