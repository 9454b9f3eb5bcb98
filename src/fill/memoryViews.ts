/** The three ways in which the steps look at the job's memory. Index = address for bytes, address >> 2 for the others. */
export type MemoryViews = { readonly bytes: Uint8Array; readonly words: Int32Array; readonly floats: Float32Array };

export const memoryViews = (buffer: ArrayBuffer): MemoryViews => ({
  bytes: new Uint8Array(buffer),
  words: new Int32Array(buffer),
  floats: new Float32Array(buffer),
});
