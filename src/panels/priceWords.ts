import type { Cost } from '../providers/contract.ts';

/** The price as it stands over Generate: "6 credits", "$0.08 to $0.96", "Free, on this computer", "Price unknown". */
export const priceWords = (cost: Cost): string => {
  switch (cost.kind) {
    case 'free':
      return 'Free, on this computer';
    case 'unknown':
      return 'Price unknown';
    case 'estimate': {
      const [low, high] = [amount(cost.low, cost.unit), amount(cost.high, cost.unit)];
      const range = cost.low === cost.high ? low : `${low} to ${high}`;
      return cost.unit === 'USD' ? range : `${range} ${cost.high === 1 ? 'credit' : 'credits'}`;
    }
  }
};

/** Cents are always two digits; a fraction of a cent is shown rather than rounded to nothing. */
const amount = (value: number, unit: 'USD' | 'credits'): string => {
  if (unit === 'credits') return String(Number(value.toFixed(2)));
  return `$${value > 0 && value < 0.01 ? value.toPrecision(1) : value.toFixed(2)}`;
};
