const seconds = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Milliseconds as "1.4 s", from one minute on as "1 min 5 s". */
export const formatSeconds = (ms: number): string => {
  if (ms < 60_000) return `${seconds.format(ms / 1000)}\u202fs`;
  const whole = Math.round(ms / 1000);
  return `${Math.floor(whole / 60)}\u202fmin ${whole % 60}\u202fs`;
};
