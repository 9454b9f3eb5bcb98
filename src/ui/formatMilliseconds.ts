import { formatSeconds } from './formatSeconds.ts';

/** Milliseconds as "214 ms", from one second on as "1.4 s". */
export const formatMilliseconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)}\u202fms` : formatSeconds(ms));
