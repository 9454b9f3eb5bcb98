import type { Vector } from './arrivingEdges.ts';
import type { EdgePair } from './pairEdges.ts';

/** A point of a curve and the unit vector to its left. */
export type CurveSample = { readonly at: Vector; readonly normal: Vector };

/** px: how far a curve is drawn beyond the hole at both ends. */
const overlap = 5;

/** Points about half a px apart along the smooth curve (a cubic by Hermite) that joins two edges. */
export const curveSamples = ([from, to]: EdgePair): CurveSample[] => {
  const dx = to.at.x - from.at.x;
  const dy = to.at.y - from.at.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  const start = { x: from.direction.x * length, y: from.direction.y * length };
  const end = { x: -to.direction.x * length, y: -to.direction.y * length };
  const samples: CurveSample[] = [];
  const add = (at: Vector, along: Vector): void => {
    const speed = Math.sqrt(along.x * along.x + along.y * along.y);
    if (speed > 0) samples.push({ at, normal: { x: along.y / speed, y: -along.x / speed } });
  };
  for (let back = overlap; back > 0; back -= 0.5) add(moved(from.at, from.direction, -back), from.direction);
  const steps = Math.ceil(2 * length);
  for (let step = 0; step <= steps; step++) {
    const t = step / steps;
    const point = (axis: 'x' | 'y'): number =>
      (1 + 2 * t) * (1 - t) * (1 - t) * from.at[axis] +
      t * (1 - t) * (1 - t) * start[axis] +
      t * t * (3 - 2 * t) * to.at[axis] -
      t * t * (1 - t) * end[axis];
    const slope = (axis: 'x' | 'y'): number =>
      6 * t * (1 - t) * (to.at[axis] - from.at[axis]) +
      (1 - t) * (1 - 3 * t) * start[axis] +
      t * (3 * t - 2) * end[axis];
    add({ x: point('x'), y: point('y') }, { x: slope('x'), y: slope('y') });
  }
  const onwards = { x: -to.direction.x, y: -to.direction.y };
  for (let on = 0.5; on <= overlap; on += 0.5) add(moved(to.at, onwards, on), onwards);
  return samples;
};

const moved = (at: Vector, direction: Vector, by: number): Vector => ({
  x: at.x + by * direction.x,
  y: at.y + by * direction.y,
});
