const one = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Bytes as "812 B", "21 kB", "3.9 MB" (1 kB = 1000 B). */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1000) return `${bytes}\u202fB`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)}\u202fkB`;
  return `${one.format(bytes / 1_000_000)}\u202fMB`;
};
