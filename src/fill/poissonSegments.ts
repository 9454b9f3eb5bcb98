import type { Runs } from './runs/runs.ts';

/**
 * The hole's pixels for the blend. Each has a slot: slots follow the runs, with one empty slot before the first run and after
 * each, so that the neighbours left and right of a run's ends are slots that hold 0. A segment is a stretch of a run whose pixels
 * all have a hole pixel above, or none, and likewise below; it is five int32: first slot, first pixel (y * width + x), number
 * of pixels, and the distance in slots to the neighbours above and below (0: none).
 */
export type PoissonSegments = { readonly words: Int32Array; readonly count: number; readonly slots: number };

type Stretch = { readonly run: number; readonly start: number; readonly end: number };

export const poissonSegments = (holes: Runs): PoissonSegments => {
  const words: number[] = [];
  const slotOf = ({ run }: Stretch, x: number): number =>
    (holes.bases[run] ?? 0) + x - (holes.starts[run] ?? 0) + run + 1;

  for (let y = 0; y < holes.height; y++) {
    const above = runsOfRow(holes, y - 1);
    const below = runsOfRow(holes, y + 1);
    let firstAbove = 0;
    let firstBelow = 0;
    for (const here of runsOfRow(holes, y)) {
      while (firstAbove < above.length && (above[firstAbove]?.end ?? 0) <= here.start) firstAbove++;
      while (firstBelow < below.length && (below[firstBelow]?.end ?? 0) <= here.start) firstBelow++;
      let nextAbove = firstAbove;
      let nextBelow = firstBelow;
      for (let x = here.start; x < here.end;) {
        while (nextAbove < above.length && (above[nextAbove]?.end ?? 0) <= x) nextAbove++;
        while (nextBelow < below.length && (below[nextBelow]?.end ?? 0) <= x) nextBelow++;
        const up = above[nextAbove];
        const down = below[nextBelow];
        const end = Math.min(here.end, nextEdge(up, x), nextEdge(down, x));
        const slot = slotOf(here, x);
        const upStep = up && up.start <= x ? slotOf(up, x) - slot : 0;
        const downStep = down && down.start <= x ? slotOf(down, x) - slot : 0;
        words.push(slot, y * holes.width + x, end - x, upStep, downStep);
        x = end;
      }
    }
  }
  return { words: Int32Array.from(words), count: words.length / 5, slots: holes.count + holes.starts.length + 1 };
};

/** Where the stretch next begins or ends to the right of x. */
const nextEdge = (stretch: Stretch | undefined, x: number): number =>
  stretch === undefined ? Infinity : stretch.start > x ? stretch.start : stretch.end;

const runsOfRow = (holes: Runs, y: number): Stretch[] => {
  if (y < 0 || y >= holes.height) return [];
  const first = holes.rows[y] ?? 0;
  const length = (holes.rows[y + 1] ?? 0) - first;
  return Array.from({ length }, (_, i) => ({
    run: first + i,
    start: holes.starts[first + i] ?? 0,
    end: holes.ends[first + i] ?? 0,
  }));
};
