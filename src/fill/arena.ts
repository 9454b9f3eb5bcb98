/** Hands out addresses one after another; the memory itself is made once, when `peak` is known. */
export type Arena = {
  /** A 64-byte aligned address of `bytes` bytes, with 64 bytes before and after it that kernels may read past its ends. */
  readonly take: (bytes: number) => number;
  /** Addresses taken after `mark` was read may be used again after `release(mark)`. */
  readonly mark: () => number;
  readonly release: (mark: number) => void;
  readonly peak: () => number;
};

const alignment = 64;

export const createArena = (): Arena => {
  let top = alignment;
  let peak = top;
  return {
    take(bytes) {
      const address = top;
      top = Math.ceil((top + bytes + alignment) / alignment) * alignment;
      peak = Math.max(peak, top);
      return address;
    },
    mark: () => top,
    release: (mark) => {
      top = mark;
    },
    peak: () => peak,
  };
};
