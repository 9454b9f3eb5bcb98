import type { Capabilities, Cost } from '../providers/contract.ts';
import type { PlannedStep } from './plan.ts';

/** What all steps cost together. */
export const planCost = (steps: readonly PlannedStep[], cost: Capabilities['cost']): Cost =>
  addCosts(steps.map(({ operation, size, expected }) => cost(operation, size, expected)));

/** The sum of an interval is an interval; one unknown part, or parts in different units, make the whole unknown. */
export const addCosts = (costs: readonly Cost[]): Cost => {
  const paid = costs.filter((cost) => cost.kind !== 'free');
  const [first, ...others] = paid;
  if (!first) return { kind: 'free' };
  if (others.length === 0) return first;
  const basis = `${[...new Set(paid.map((cost) => cost.basis))].join('; ')}; ${paid.length} calls`;
  let [low, high] = [0, 0];
  for (const cost of paid) {
    if (cost.kind === 'unknown' || first.kind === 'unknown' || cost.unit !== first.unit)
      return { kind: 'unknown', basis };
    low += cost.low;
    high += cost.high;
  }
  return first.kind === 'estimate' ? { ...first, low, high, basis } : { kind: 'unknown', basis };
};
