/** Width and height of a patch in px. The SIMD kernels are written for this value. */
export const patchSide = 8;
