const coarse = new Intl.NumberFormat('en', { maximumFractionDigits: 0, useGrouping: false });
const fine = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `fraction` (1 = all) as "26 %"; with `digits` 1 as "8.3 %", where what is there but rounds to nothing is "< 0.1 %". */
export const formatPercent = (fraction: number, digits: 0 | 1 = 0): string => {
  if (digits === 0) return `${coarse.format(fraction * 100)}\u202f%`;
  if (fraction === 0) return '0\u202f%';
  return fraction < 0.0005 ? '<\u202f0.1\u202f%' : `${fine.format(fraction * 100)}\u202f%`;
};
