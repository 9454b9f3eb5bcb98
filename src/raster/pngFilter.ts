/** PNG's row filters by number; the average filter (3) is left out: it hardly ever wins and costs as much as the others. */
const none = 0;
const left = 1;
const above = 2;
const paeth = 4;

/** Filters one row of raw bytes into `into`: the filter's number, then the differences. Rows come from top to bottom. */
export type RowFilter = (row: Uint8Array, into: Uint8Array) => void;

/** Every nth pixel is looked at to choose a row's filter: the choice stays as good, the time falls to a quarter. */
const sampling = 5;

/** Leaves rows as they are: best for masks, whose flat areas deflate well by themselves. */
export const plainFilter: RowFilter = (row, into) => {
  into[0] = none;
  into.set(row, 1);
};

/** For each row the filter with the smallest sum of absolute differences, by sample. `pixelBytes` is 1, 3 or 4. */
export const adaptiveFilter = (rowBytes: number, pixelBytes: number): RowFilter => {
  const previous = new Uint8Array(rowBytes);
  return (row, into) => {
    const filter = bestFilter(row, previous, pixelBytes);
    into[0] = filter;
    writeFiltered(filter, row, previous, pixelBytes, into);
    previous.set(row);
  };
};

type Filter = typeof left | typeof above | typeof paeth;

// Indexes below are bounded by the row's length (the first pixel has no left neighbour): these loops run once per byte.

const bestFilter = (row: Uint8Array, previous: Uint8Array, pixelBytes: number): Filter => {
  let costLeft = 0;
  let costAbove = 0;
  let costPaeth = 0;
  for (let pixel = pixelBytes; pixel < row.length; pixel += pixelBytes * sampling) {
    for (let at = pixel; at < pixel + pixelBytes; at++) {
      const value = row[at]!;
      const west = row[at - pixelBytes]!;
      const north = previous[at]!;
      costLeft += magnitude(value - west);
      costAbove += magnitude(value - north);
      costPaeth += magnitude(value - predict(west, north, previous[at - pixelBytes]!));
    }
  }
  if (costPaeth < costLeft && costPaeth < costAbove) return paeth;
  return costAbove < costLeft ? above : left;
};

const writeFiltered = (
  filter: Filter,
  row: Uint8Array,
  previous: Uint8Array,
  pixelBytes: number,
  into: Uint8Array,
): void => {
  switch (filter) {
    case left:
      for (let at = 0; at < pixelBytes; at++) into[at + 1] = row[at]!;
      for (let at = pixelBytes; at < row.length; at++) into[at + 1] = row[at]! - row[at - pixelBytes]!;
      return;
    case above:
      for (let at = 0; at < row.length; at++) into[at + 1] = row[at]! - previous[at]!;
      return;
    case paeth:
      for (let at = 0; at < pixelBytes; at++) into[at + 1] = row[at]! - previous[at]!;
      for (let at = pixelBytes; at < row.length; at++)
        into[at + 1] = row[at]! - predict(row[at - pixelBytes]!, previous[at]!, previous[at - pixelBytes]!);
      return;
  }
};

/** How far a difference is from 0 once it has been wrapped to a byte. */
const magnitude = (difference: number): number => Math.abs((difference << 24) >> 24);

/** Paeth's predictor: of the three neighbours the one closest to west + north - northwest. */
const predict = (west: number, north: number, northwest: number): number => {
  const toWest = Math.abs(north - northwest);
  const toNorth = Math.abs(west - northwest);
  const toNorthwest = Math.abs(west + north - 2 * northwest);
  if (toWest <= toNorth && toWest <= toNorthwest) return west;
  return toNorth <= toNorthwest ? north : northwest;
};
