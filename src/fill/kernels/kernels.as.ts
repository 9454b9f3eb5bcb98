// The kernels in AssemblyScript with 128-bit SIMD. kernels.ts is their contract, scalar/ their twin in plain TypeScript: the same
// operations in the same order, so that both give the same bytes.
export { gatherTexture, halve, measureDepth, sampleDepth, spreadTexture } from './prepare.as';
export { measureMatches, searchAll, searchKnown, sweepMatches } from './search.as';
export { labelSources, vote, weighMatches } from './vote.as';
export { buildPoisson, relaxPoisson } from './poisson.as';
