import type { ArrivingEdge } from './arrivingEdges.ts';

export type EdgePair = readonly [from: ArrivingEdge, to: ArrivingEdge];

/** Sine of the greatest turn from an edge's direction to the other's mouth: about 50 degrees. */
const greatestTurn = 0.77;
/** How unlike the turns at the two ends may be, as difference of sines: a circle's are equal. */
const greatestUnlike = 0.4;
/** Colour steps that the same side may differ by. */
const greatestColourStep = 70;

/** Pairs the edges that can be one and the same line, or null where an edge is left over. */
export const pairEdges = (edges: readonly ArrivingEdge[]): readonly EdgePair[] | null => {
  if (edges.length % 2 === 1) return null;
  const candidates: { readonly pair: EdgePair; readonly cost: number }[] = [];
  edges.forEach((from, index) => {
    for (const to of edges.slice(index + 1)) {
      const cost = costOf(from, to);
      if (cost !== null) candidates.push({ pair: [from, to], cost });
    }
  });
  candidates.sort((a, b) => a.cost - b.cost);
  const free = new Set(edges);
  const pairs: EdgePair[] = [];
  for (const { pair } of candidates) {
    if (!free.has(pair[0]) || !free.has(pair[1])) continue;
    pairs.push(pair);
    for (const edge of pair) free.delete(edge);
  }
  return free.size === 0 ? pairs : null;
};

/** Null where the two cannot belong together. */
const costOf = (from: ArrivingEdge, to: ArrivingEdge): number | null => {
  const dx = to.at.x - from.at.x;
  const dy = to.at.y - from.at.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < 1) return null;
  const ahead = (from.direction.x * dx + from.direction.y * dy) / length;
  const back = -(to.direction.x * dx + to.direction.y * dy) / length;
  if (ahead <= 0 || back <= 0) return null;
  const turn = (from.direction.x * dy - from.direction.y * dx) / length;
  const turnBack = (to.direction.x * dy - to.direction.y * dx) / length;
  const unlike = Math.abs(turn - turnBack);
  if (Math.abs(turn) > greatestTurn || Math.abs(turnBack) > greatestTurn || unlike > greatestUnlike) return null;
  const colourStep = Math.max(difference(from.left, to.right), difference(from.right, to.left));
  if (colourStep > greatestColourStep) return null;
  return 2 * unlike + Math.abs(turn) + Math.abs(turnBack) + colourStep / greatestColourStep;
};

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));
