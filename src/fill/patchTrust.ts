import type { Level } from './allocate.ts';
import type { Workspace } from './workspace.ts';

/** Trust falls by this factor with every px that a patch's centre lies deeper in the hole. */
const fallPerPixel = 1.6;
const leastTrust = 1e-8;

/** Writes the table from depth to trust. Repeated division, not a power, so that every machine gets the same numbers. */
export const writeTrustTable = ({ memory: { floats }, trust }: Workspace): void => {
  let value = 1;
  for (let depth = 0; depth < 256; depth++) {
    floats[(trust >> 2) + depth] = Math.max(leastTrust, value);
    value /= fallPerPixel;
  }
};

/** Notes for every target patch of a level how deep its centre lies in the hole. */
export const writeDepths = ({ kernels, memory, scratch }: Workspace, level: Level): void => {
  const { width, height, holeTable, targetTable } = level;
  memory.bytes.fill(0, scratch, scratch + width * height);
  kernels.measureDepth(width, height, holeTable.rows, holeTable.runs, scratch);
  kernels.sampleDepth(width, height, targetTable.rows, targetTable.runs, scratch, level.depths);
};
