import { stretchMembrane } from '../diffuse.ts';
import { addGrain } from './addGrain.ts';
import { arrivingEdges } from './arrivingEdges.ts';
import { curveSamples, type CurveSample } from './curveSamples.ts';
import { dropSpecks } from './dropSpecks.ts';
import { labelAreas } from './labelAreas.ts';
import { pairEdges } from './pairEdges.ts';
import { pixelKind, type PlainWindow } from './plainWindow.ts';
import { smoothed } from './smoothed.ts';
import { steepness } from './steepness.ts';
import { surfaceFit } from './surface.ts';

/** Colour steps per px: less is no edge. */
const leastSteepness = 4.5;
/** An edge is so many times as steep as the middle of the surroundings. */
const edgeToMiddle = 3.5;
/** Where an edge fades on its way round the hole, its other end is found with a lower threshold. */
const thresholdFactors = [1, 0.6];
/** Share of steep pixels among the surroundings above which they are no plain areas. */
const greatestSteepShare = 0.3;
/** Colour steps: how far an area may be from its quadratic surface, root mean square after smoothing away the grain. */
const greatestMisfit = 3;
/** Colour steps, root mean square: more is texture, which patches continue better. */
const greatestGrain = 9;
/** More lines are a pattern, which patches continue better. */
const greatestLines = 3;
/** A hole that is so many times as large as what is seen around it is a guess. */
const greatestHoleToSurroundings = 10;
/** Pixels that an area must show of itself outside the hole. */
const leastSamples = 60;
/** px: half the width of the soft step across an edge. */
const softness = 0.8;

/**
 * Fills the hole of a window whose surroundings are plain areas (a flat colour or a gradient, with or without grain) between clean
 * edges: edges go on from rim to rim, each area continues its gradient, grain is copied from the area. Answers red, green, blue
 * per pixel (only those of the hole mean anything), or null where the surroundings are anything else.
 */
export const fillPlain = (window: PlainWindow, seed: number): Float32Array | null => {
  const { kinds, distances, reach } = window;
  const slopes = steepness(window);
  const around: number[] = [];
  for (let pixel = 0; pixel < kinds.length; pixel++) {
    if (kinds[pixel] === pixelKind.known && (distances[pixel] ?? 0) >= 2 && (distances[pixel] ?? 0) <= reach)
      around.push(pixel);
  }
  const holeCount = kinds.reduce((count, kind) => count + Number(kind === pixelKind.hole), 0);
  if (around.length < leastSamples || around.length < holeCount / greatestHoleToSurroundings) return null;
  const sorted = Float32Array.from(around, (pixel) => slopes[pixel] ?? 0).sort();
  const threshold = Math.max(leastSteepness, edgeToMiddle * (sorted[sorted.length >> 1] ?? 0));
  for (const factor of thresholdFactors) {
    const lines = findLines(window, slopes, around, factor * threshold);
    if (!lines) continue;
    const { labels, count } = labelAreas(window, lines.isSteep, lines.curves);
    const fit = fitAreas(window, labels, count);
    const result = fit && paint(window, labels, lines.curves, fit);
    if (!fit || !result) continue;
    addGrain(window, labels, fit.grain, result, seed);
    return result;
  }
  return null;
};

type Lines = { readonly isSteep: Uint8Array; readonly curves: readonly (readonly CurveSample[])[] };

/** The lines through the hole, where all that arrives at it are clean edges that belong together in pairs. */
const findLines = (
  window: PlainWindow,
  slopes: Float32Array,
  around: readonly number[],
  threshold: number,
): Lines | null => {
  const isSteep = new Uint8Array(window.width * window.height);
  let steepCount = 0;
  for (const pixel of around) {
    if ((slopes[pixel] ?? 0) < threshold) continue;
    isSteep[pixel] = 1;
    steepCount++;
  }
  if (steepCount > greatestSteepShare * around.length) return null;
  dropSpecks(isSteep, window.width);
  const edges = arrivingEdges(window, isSteep, slopes);
  const pairs = edges && pairEdges(edges);
  return pairs && pairs.length <= greatestLines ? { isSteep, curves: pairs.map(curveSamples) } : null;
};

/** Colours of the hole without grain: the areas, and soft steps along the curves between them. */
const paint = (window: PlainWindow, labels: Int32Array, curves: Lines['curves'], fit: Fit): Float32Array | null => {
  const { width, height, kinds } = window;
  const result = new Float32Array(3 * width * height);
  for (let pixel = 0; pixel < kinds.length; pixel++) {
    if (kinds[pixel] !== pixelKind.hole) continue;
    const label = labels[pixel] ?? 0;
    if (label > 0) result.set(fit.colourAt(label, pixel), 3 * pixel);
  }
  return drawEdges(window, labels, curves, fit.colourAt, result) ? result : null;
};

type Fit = {
  readonly colourAt: (label: number, pixel: number) => readonly [number, number, number];
  /** What smoothing took away, per known pixel inside an area. */
  readonly grain: Float32Array;
};

const fitAreas = (window: PlainWindow, labels: Int32Array, count: number): Fit | null => {
  const { width, height, kinds, colours, distances, reach } = window;
  const smooth = smoothed(window, labels);
  const grain = new Float32Array(3 * width * height);
  const corrections: Float32Array[] = [];
  const surfaces: ((x: number, y: number) => readonly [number, number, number])[] = [];
  for (let label = 1; label <= count; label++) {
    const pixels: number[] = [];
    let isNeeded = false;
    for (let pixel = 0; pixel < labels.length; pixel++) {
      if (labels[pixel] !== label) continue;
      if (kinds[pixel] === pixelKind.hole) isNeeded = true;
      else if ((distances[pixel] ?? 0) <= reach) pixels.push(pixel);
    }
    corrections.push(new Float32Array(0));
    surfaces.push(() => [0, 0, 0]);
    if (!isNeeded) continue;
    if (pixels.length < leastSamples) return null;
    const fit = surfaceFit(width / 2, height / 2, Math.max(width, height) / 2);
    for (const pixel of pixels) {
      const at = 3 * pixel;
      fit.add(pixel % width, Math.floor(pixel / width), smooth[at] ?? 0, smooth[at + 1] ?? 0, smooth[at + 2] ?? 0);
    }
    const surface = fit.solve();
    if (!surface) return null;
    let squares = 0;
    let grainSquares = 0;
    const rim = new Float32Array(4 * width * height);
    const isUnknown = new Uint8Array(width * height).fill(1);
    for (const pixel of pixels) {
      const expected = surface(pixel % width, Math.floor(pixel / width));
      for (let channel = 0; channel < 3; channel++) {
        const at = 3 * pixel + channel;
        const misfit = (smooth[at] ?? 0) - (expected[channel] ?? 0);
        squares += misfit * misfit;
        grain[at] = (colours[at] ?? 0) - (smooth[at] ?? 0);
        grainSquares += (grain[at] ?? 0) ** 2;
        rim[4 * pixel + channel] = misfit;
      }
      if ((distances[pixel] ?? 0) <= 3) isUnknown[pixel] = 0;
    }
    const isPlain =
      Math.sqrt(squares / (3 * pixels.length)) <= greatestMisfit &&
      Math.sqrt(grainSquares / (3 * pixels.length)) <= greatestGrain;
    if (!isPlain) return null;
    stretchMembrane({ width, height, values: rim, isUnknown });
    corrections[label - 1] = rim;
    surfaces[label - 1] = surface;
  }
  return {
    grain,
    colourAt(label, pixel) {
      const [red, green, blue] = (surfaces[label - 1] ?? (() => [0, 0, 0]))(pixel % width, Math.floor(pixel / width));
      const correction = corrections[label - 1] ?? new Float32Array(0);
      const at = 4 * pixel;
      return [red + (correction[at] ?? 0), green + (correction[at + 1] ?? 0), blue + (correction[at + 2] ?? 0)];
    },
  };
};

/** Mixes the colours of the two areas beside each curve. False where a curve has no two areas beside it. */
const drawEdges = (
  { width, height, kinds }: PlainWindow,
  labels: Int32Array,
  curves: readonly (readonly CurveSample[])[],
  colourAt: Fit['colourAt'],
  result: Float32Array,
): boolean => {
  const nearest = new Float32Array(width * height).fill(Infinity);
  const labelBeside = ({ at, normal }: CurveSample, side: number): number => {
    for (let off = 1.5; off <= 8; off += 0.5) {
      const x = Math.round(at.x + side * off * normal.x);
      const y = Math.round(at.y + side * off * normal.y);
      if (x < 0 || y < 0 || x >= width || y >= height) return 0;
      const label = labels[y * width + x] ?? 0;
      if (label > 0) return label;
    }
    return 0;
  };
  for (const curve of curves) {
    for (const sample of curve) {
      const left = labelBeside(sample, 1);
      const right = labelBeside(sample, -1);
      // At its mouth the steep pixels around an edge may hide an area; the next sample draws there.
      if (left === 0 || right === 0) continue;
      if (left === right) return false;
      for (let y = Math.floor(sample.at.y) - 2; y <= sample.at.y + 3; y++) {
        for (let x = Math.floor(sample.at.x) - 2; x <= sample.at.x + 3; x++) {
          if (x < 0 || y < 0 || x >= width || y >= height) continue;
          const pixel = y * width + x;
          if (kinds[pixel] !== pixelKind.hole) continue;
          const dx = x - sample.at.x;
          const dy = y - sample.at.y;
          const away = dx * dx + dy * dy;
          if (away >= (nearest[pixel] ?? 0)) continue;
          nearest[pixel] = away;
          const across = dx * sample.normal.x + dy * sample.normal.y;
          const share = Math.min(1, Math.max(0, 0.5 + across / (2 * softness)));
          const onLeft = colourAt(left, pixel);
          const onRight = colourAt(right, pixel);
          for (let channel = 0; channel < 3; channel++)
            result[3 * pixel + channel] = share * (onLeft[channel] ?? 0) + (1 - share) * (onRight[channel] ?? 0);
        }
      }
    }
  }
  return kinds.every(
    (kind, pixel) => kind !== pixelKind.hole || (labels[pixel] ?? 0) > 0 || (nearest[pixel] ?? 0) < Infinity,
  );
};
