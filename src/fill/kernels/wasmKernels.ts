import wasmBase64 from './kernels.as.ts?wasm-bytes';
import type { KernelFactory, KernelInstance, Kernels } from './kernels.ts';

const pageBytes = 65536;

const decode = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** The WebAssembly kernels, or null where the browser has no WebAssembly with SIMD (or the page's policy forbids it). */
export const wasmKernels = async (): Promise<KernelFactory | null> => {
  if (typeof WebAssembly === 'undefined') return null;
  const bytes = decode(wasmBase64);
  if (!WebAssembly.validate(bytes)) return null;
  try {
    const module = await WebAssembly.compile(bytes);
    return { name: 'wasm', create: (memoryBytes) => instantiate(module, memoryBytes) };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
};

const instantiate = (module: WebAssembly.Module, memoryBytes: number): KernelInstance => {
  const pages = Math.ceil(memoryBytes / pageBytes);
  // Its full size from the start: growing would detach every view, and a fixed size cannot fail half way through a job.
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  // The exports are typed by their contract: the twin test compares every one of them with the scalar kernels.
  return { buffer: memory.buffer, kernels: instance.exports as unknown as Kernels };
};
