import type { Rect } from '../../geometry/rect.ts';
import type { FillJob } from '../fillJob.ts';
import { forEachRun, type Runs } from '../runs/runs.ts';
import { scanRegion } from '../scanRegion.ts';
import { fillPlain } from './fillPlain.ts';
import { measureDistances } from './measureDistances.ts';
import { pixelKind, type PlainWindow } from './plainWindow.ts';

/** Parts of the hole smaller than this are left to the patches, which see across them. */
const leastArea = 400;
/** px: parts that are wider or higher cost too much and are hardly ever plain. */
const greatestSide = 700;
const greatestParts = 64;
/** px: how far around a part its surroundings are looked at. */
const reach = 24;

/** What a window takes, per pixel: colours, grain, smoothed colours, membranes of a few areas. */
const bytesPerPixel = 96;

export type PlainParts = {
  /** The job's hole without the parts that have been filled, or null where none has been. */
  readonly remaining: Uint8Array<ArrayBuffer> | null;
  /** Most memory taken at a time, about. */
  readonly workingBytes: number;
};

/** Fills the parts of the hole that lie in plain surroundings, see fillPlain.ts. Writes to `pixels` (RGBA, as large as the job). */
export const fillPlainParts = (pixels: Uint8ClampedArray, job: FillJob, region: Rect): PlainParts => {
  const parts = holeParts(scanRegion(job, region).holes);
  let workingBytes = 0;
  if (parts.length > greatestParts) return { remaining: null, workingBytes };
  let remaining: Uint8Array<ArrayBuffer> | null = null;
  for (const part of parts) {
    const { left, top, right, bottom } = part;
    if (part.count < leastArea || right - left > greatestSide || bottom - top > greatestSide) continue;
    const x = region.x + left;
    const y = region.y + top;
    // A part at the picture's border has no rim there for edges to arrive at.
    if (x === 0 || y === 0 || region.x + right === job.width || region.y + bottom === job.height) continue;
    const frame = frameOf(job, region, part);
    // Alpha needs more than colours.
    if (!frame.isOpaque) continue;
    workingBytes = Math.max(workingBytes, bytesPerPixel * frame.window.width * frame.window.height);
    const filled = fillPlain(frame.window, job.seed);
    if (!filled) continue;
    remaining ??= job.hole.slice();
    for (const { y: row, start, end } of part.runs) {
      for (let column = start; column < end; column++) {
        const pixel = (region.y + row) * job.width + region.x + column;
        const from = 3 * ((region.y + row - frame.y) * frame.window.width + region.x + column - frame.x);
        // A clamped array rounds to the nearest byte and clips.
        for (let channel = 0; channel < 3; channel++) pixels[4 * pixel + channel] = filled[from + channel] ?? 0;
        pixels[4 * pixel + 3] = 255;
        remaining[pixel] = 0;
      }
    }
  }
  return { remaining, workingBytes };
};

type Run = { readonly y: number; readonly start: number; readonly end: number };
type Part = {
  runs: Run[];
  count: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
};

/** The connected parts of the hole (side by side or one above the other). */
const holeParts = (holes: Runs): Part[] => {
  const parts = new Set<Part>();
  let above: { run: Run; part: Part }[] = [];
  let here: { run: Run; part: Part }[] = [];
  let row = -1;
  const owner = new Map<Part, Part>();
  const rootOf = (part: Part): Part => {
    let root = part;
    for (let next = owner.get(root); next; next = owner.get(root)) root = next;
    return root;
  };
  forEachRun(holes, (y, start, end) => {
    if (y !== row) {
      above = row === y - 1 ? here : [];
      here = [];
      row = y;
    }
    const run = { y, start, end };
    let part: Part = { runs: [run], count: end - start, left: start, top: y, right: end, bottom: y + 1 };
    parts.add(part);
    for (const other of above) {
      if (other.run.end <= start || other.run.start >= end) continue;
      const root = rootOf(other.part);
      if (root === part) continue;
      // The smaller list moves over.
      const [into, from] = root.runs.length >= part.runs.length ? [root, part] : [part, root];
      for (const moved of from.runs) into.runs.push(moved);
      into.count += from.count;
      into.left = Math.min(into.left, from.left);
      into.top = Math.min(into.top, from.top);
      into.right = Math.max(into.right, from.right);
      into.bottom = Math.max(into.bottom, from.bottom);
      parts.delete(from);
      owner.set(from, into);
      part = into;
    }
    here.push({ run, part });
  });
  return [...parts];
};

const frameOf = (
  job: FillJob,
  region: Rect,
  part: Part,
): { window: PlainWindow; isOpaque: boolean; x: number; y: number } => {
  const x = Math.max(0, region.x + part.left - reach - 2);
  const y = Math.max(0, region.y + part.top - reach - 2);
  const width = Math.min(job.width, region.x + part.right + reach + 2) - x;
  const height = Math.min(job.height, region.y + part.bottom + reach + 2) - y;
  const colours = new Float32Array(3 * width * height);
  const kinds = new Uint8Array(width * height);
  let isOpaque = true;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (y + row) * job.width + x + column;
      const to = row * width + column;
      for (let channel = 0; channel < 3; channel++) colours[3 * to + channel] = job.pixels[4 * from + channel] ?? 0;
      if (job.hole[from] !== 0) kinds[to] = pixelKind.other;
      else if (job.pixels[4 * from + 3] !== 255) isOpaque = false;
    }
  }
  for (const run of part.runs) {
    const at = (region.y + run.y - y) * width + region.x - x;
    kinds.fill(pixelKind.hole, at + run.start, at + run.end);
  }
  const distances = measureDistances(kinds, width, height, pixelKind.hole, reach + 1);
  return { window: { width, height, colours, kinds, distances, reach }, isOpaque, x, y };
};
