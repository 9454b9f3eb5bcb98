import { serveWorker, type Answer } from '../platform/serveWorker.ts';
import { complete } from './complete.ts';
import { FillError } from './fillError.ts';
import type { FillJob, FillProgress } from './fillJob.ts';
import type { FillAnswer, FillMethods } from './fillMethods.ts';
import { loadKernels } from './kernels/loadKernels.ts';

const loading = loadKernels();

const fill = async (job: FillJob, onProgress: (progress: FillProgress) => void): Promise<Answer<FillAnswer>> => {
  try {
    const result = complete(job, { kernels: await loading, onProgress });
    return { value: { kind: 'filled', result }, transfer: [result.pixels.buffer] };
  } catch (error) {
    if (error instanceof FillError) return { value: { kind: 'refused', reason: error.kind } };
    throw error;
  }
};

serveWorker<FillMethods>({ fill });
