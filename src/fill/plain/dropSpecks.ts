/** Connected steep pixels (sideways, up, down or at a corner) fewer than this are grain or a speck, no edge. */
const leastPixels = 40;

/** Unsets the steep pixels that belong to no group of some size. */
export const dropSpecks = (isSteep: Uint8Array, width: number): void => {
  const isSeen = new Uint8Array(isSteep.length);
  for (let seed = 0; seed < isSteep.length; seed++) {
    if (isSteep[seed] === 0 || isSeen[seed] === 1) continue;
    isSeen[seed] = 1;
    const group = [seed];
    // The list grows while it is walked.
    for (const pixel of group) {
      const x = pixel % width;
      for (let dx = x > 0 ? -1 : 0; dx <= (x < width - 1 ? 1 : 0); dx++) {
        for (const beside of [pixel + dx - width, pixel + dx, pixel + dx + width]) {
          if (beside < 0 || beside >= isSteep.length || isSteep[beside] === 0 || isSeen[beside] === 1) continue;
          isSeen[beside] = 1;
          group.push(beside);
        }
      }
    }
    if (group.length < leastPixels) for (const pixel of group) isSteep[pixel] = 0;
  }
};
