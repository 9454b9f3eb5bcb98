const integers = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A whole number with its thousands parted by narrow no-break spaces: 8 912 304. */
export const formatCount = (value: number): string =>
  integers
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? '\u202f' : part.value))
    .join('');
