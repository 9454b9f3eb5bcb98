import type { KernelFactory } from './kernels.ts';
import { scalarPoisson } from './scalar/poisson.ts';
import { scalarPrepare } from './scalar/prepare.ts';
import { scalarSearch } from './scalar/search.ts';
import { scalarVote } from './scalar/vote.ts';

/** The twin in plain TypeScript, for browsers without WebAssembly SIMD. About four to six times slower. */
export const scalarKernels: KernelFactory = {
  name: 'scalar',
  create(bytes) {
    const buffer = new ArrayBuffer(Math.ceil(bytes / 16) * 16);
    const kernels = {
      ...scalarPrepare(buffer),
      ...scalarSearch(buffer),
      ...scalarVote(buffer),
      ...scalarPoisson(buffer),
    };
    return { buffer, kernels };
  },
};
