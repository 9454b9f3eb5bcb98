import { forEachRun, type Runs } from './runs.ts';

/** The set as one byte per pixel, 1 inside. */
export const planeOfRuns = (runs: Runs): Uint8Array<ArrayBuffer> => {
  const plane = new Uint8Array(runs.width * runs.height);
  forEachRun(runs, (y, start, end) => plane.fill(1, y * runs.width + start, y * runs.width + end));
  return plane;
};
