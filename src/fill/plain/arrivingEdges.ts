import { pixelKind, type PlainWindow } from './plainWindow.ts';

export type Vector = { readonly x: number; readonly y: number };

/** An edge that runs into the hole. */
export type ArrivingEdge = {
  /** px, in the window: where it meets the hole. */
  readonly at: Vector;
  /** Unit vector into the hole. */
  readonly direction: Vector;
  /** Mean colours beside it, seen in its direction. */
  readonly left: readonly number[];
  readonly right: readonly number[];
};

/** px: an edge is followed this far outwards to see where it is heading. */
const followed = 26;
/** px: fewer than this say nothing about a direction. */
const leastLength = 9;
/** px: root mean square distance of an edge's pixels from a parabola through them. More is no line. */
const greatestSpread = 2.2;
/** px from the hole: nearer pixels have neighbours inside it and no steepness. */
const nearest = 3;

/**
 * Finds the edges that run into the hole among the steep pixels (nonzero in `isSteep`), or null where something steep arrives that
 * is no clean edge.
 */
export const arrivingEdges = (
  window: PlainWindow,
  isSteep: Uint8Array,
  slopes: Float32Array,
): readonly ArrivingEdge[] | null => {
  const { width, height, distances } = window;
  const isTaken = new Uint8Array(width * height);
  const edges: ArrivingEdge[] = [];
  for (const [seed, steep] of isSteep.entries()) {
    if (steep === 0 || isTaken[seed] === 1 || (distances[seed] ?? 0) > nearest) continue;
    const mouth = spread(window, isSteep, [seed], (pixel) => (distances[pixel] ?? 0) <= nearest);
    for (const pixel of mouth) isTaken[pixel] = 1;
    const at = centreOf(mouth, slopes, width);
    const strand = spread(window, isSteep, mouth, (pixel) => {
      const dx = (pixel % width) - at.x;
      const dy = Math.floor(pixel / width) - at.y;
      return dx * dx + dy * dy <= followed * followed;
    });
    const edge = fitEdge(window, slopes, strand, at);
    if (edge === null) return null;
    edges.push(edge);
  }
  return edges;
};

/** The steep pixels connected with the seeds, where allowed. */
const spread = (
  { width, height }: PlainWindow,
  isSteep: Uint8Array,
  seeds: readonly number[],
  isAllowed: (pixel: number) => boolean,
): number[] => {
  const found = [...seeds];
  const seen = new Set(found);
  // The list grows while it is walked.
  for (const pixel of found) {
    const x = pixel % width;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const beside = pixel + dy * width + dx;
        if (x + dx < 0 || x + dx >= width || beside < 0 || beside >= width * height) continue;
        if (isSteep[beside] === 0 || seen.has(beside) || !isAllowed(beside)) continue;
        seen.add(beside);
        found.push(beside);
      }
    }
  }
  return found;
};

const centreOf = (pixels: readonly number[], slopes: Float32Array, width: number): Vector => {
  let x = 0;
  let y = 0;
  let total = 0;
  for (const pixel of pixels) {
    const weight = (slopes[pixel] ?? 0) ** 2;
    x += weight * (pixel % width);
    y += weight * Math.floor(pixel / width);
    total += weight;
  }
  return { x: x / total, y: y / total };
};

/** A parabola across the main direction of the strand, read off at its mouth. */
const fitEdge = (
  window: PlainWindow,
  slopes: Float32Array,
  strand: readonly number[],
  mouth: Vector,
): ArrivingEdge | null => {
  const { width } = window;
  const middle = centreOf(strand, slopes, width);
  const axis = unit({ x: mouth.x - middle.x, y: mouth.y - middle.y });
  if (axis === null) return null;
  // Sums of w u^k and w u^k v, u along the axis from the mouth, v across.
  const powers = [0, 0, 0, 0, 0];
  const products = [0, 0, 0];
  let farthest = 0;
  const along = (pixel: number): readonly [u: number, v: number] => {
    const dx = (pixel % width) - mouth.x;
    const dy = Math.floor(pixel / width) - mouth.y;
    return [dx * axis.x + dy * axis.y, dy * axis.x - dx * axis.y];
  };
  for (const pixel of strand) {
    const [u, v] = along(pixel);
    const weight = (slopes[pixel] ?? 0) ** 2;
    farthest = Math.min(farthest, u);
    let power = weight;
    for (let k = 0; k < 5; k++) {
      powers[k] = (powers[k] ?? 0) + power;
      if (k < 3) products[k] = (products[k] ?? 0) + power * v;
      power *= u;
    }
  }
  if (-farthest < leastLength) return null;
  const coefficients = solveThree(powers, products);
  if (coefficients === null) return null;
  const [a, b, c] = coefficients;
  let squares = 0;
  for (const pixel of strand) {
    const [u, v] = along(pixel);
    squares += (slopes[pixel] ?? 0) ** 2 * (v - a - b * u - c * u * u) ** 2;
  }
  if (Math.sqrt(squares / (powers[0] ?? 1)) > greatestSpread) return null;
  const direction = unit({ x: axis.x - b * axis.y, y: axis.y + b * axis.x });
  if (direction === null) return null;
  const at = { x: mouth.x - a * axis.y, y: mouth.y + a * axis.x };
  const left = colourBeside(window, at, direction, 1);
  const right = colourBeside(window, at, direction, -1);
  return left && right ? { at, direction, left, right } : null;
};

/** Mean of some pixels 5 px to one side of the edge, a little outwards. */
const colourBeside = (
  { width, height, colours, kinds }: PlainWindow,
  at: Vector,
  direction: Vector,
  side: number,
): number[] | null => {
  const sum = [0, 0, 0];
  let count = 0;
  for (let back = 2; back <= 9; back++) {
    for (let off = 4; off <= 6; off++) {
      const x = Math.round(at.x - back * direction.x + side * off * direction.y);
      const y = Math.round(at.y - back * direction.y - side * off * direction.x);
      if (x < 0 || y < 0 || x >= width || y >= height || kinds[y * width + x] !== pixelKind.known) continue;
      for (let channel = 0; channel < 3; channel++)
        sum[channel] = (sum[channel] ?? 0) + (colours[3 * (y * width + x) + channel] ?? 0);
      count++;
    }
  }
  return count < 4 ? null : sum.map((value) => value / count);
};

const unit = ({ x, y }: Vector): Vector | null => {
  const length = Math.sqrt(x * x + y * y);
  return length < 1e-6 ? null : { x: x / length, y: y / length };
};

/** Solves the normal equations of v = a + b u + c u². */
const solveThree = (
  powers: readonly number[],
  products: readonly number[],
): readonly [number, number, number] | null => {
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = powers;
  const [t0 = 0, t1 = 0, t2 = 0] = products;
  const minor0 = s2 * s4 - s3 * s3;
  const minor1 = s1 * s4 - s2 * s3;
  const minor2 = s1 * s3 - s2 * s2;
  const determinant = s0 * minor0 - s1 * minor1 + s2 * minor2;
  if (Math.abs(determinant) < 1e-9) return null;
  const a = t0 * minor0 - s1 * (t1 * s4 - t2 * s3) + s2 * (t1 * s3 - t2 * s2);
  const b = s0 * (t1 * s4 - t2 * s3) - t0 * minor1 + s2 * (s1 * t2 - s2 * t1);
  const c = s0 * (s2 * t2 - s3 * t1) - s1 * (s1 * t2 - s2 * t1) + t0 * minor2;
  return [a / determinant, b / determinant, c / determinant];
};
