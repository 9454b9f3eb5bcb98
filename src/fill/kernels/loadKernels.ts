import type { KernelFactory } from './kernels.ts';
import { scalarKernels } from './scalarKernels.ts';
import { wasmKernels } from './wasmKernels.ts';

/** The fastest kernels that this browser can run. Both kinds give the same bytes. */
export const loadKernels = async (): Promise<KernelFactory> => (await wasmKernels()) ?? scalarKernels;
