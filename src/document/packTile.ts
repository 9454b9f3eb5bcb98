import { tileSide } from './tileMask.ts';

/**
 * A tile as runs: a head byte below 128 is followed by head + 1 bytes as they are; one from 128 up holds the low 6 bits of a
 * repeat's length, bit 6 says that 7 more bits follow in the next byte (and so on, by its top bit), then comes the repeated byte.
 */
export type PackedTile = Uint8Array;

const tileBytes = tileSide * tileSide;
/** Worst case: a literal head for every 128 bytes. Shared, since packing never runs twice at once. */
const scratch = new Uint8Array(tileBytes + Math.ceil(tileBytes / 128) + 16);
/** Shorter repeats cost as much as the literal that they interrupt. */
const shortestRepeat = 3;

/** Packs a tile of coverage bytes; a brushed tile takes some hundred bytes instead of 65 536. */
export const packTile = (tile: Uint8Array): PackedTile => {
  let size = 0;
  let literalFrom = 0;
  const flushLiteral = (to: number): void => {
    for (let from = literalFrom; from < to; from += 128) {
      const end = Math.min(to, from + 128);
      scratch[size++] = end - from - 1;
      scratch.set(tile.subarray(from, end), size);
      size += end - from;
    }
  };
  for (let at = 0; at < tileBytes;) {
    const value = tile[at] ?? 0;
    let end = at + 1;
    while (end < tileBytes && tile[end] === value) end++;
    if (end - at >= shortestRepeat) {
      flushLiteral(at);
      size = writeRepeat(size, end - at, value);
      literalFrom = end;
    }
    at = end;
  }
  flushLiteral(tileBytes);
  return scratch.slice(0, size);
};

const writeRepeat = (at: number, length: number, value: number): number => {
  let size = at;
  let rest = length >> 6;
  scratch[size++] = 128 | (rest > 0 ? 64 : 0) | (length & 63);
  while (rest > 0) {
    scratch[size++] = (rest > 127 ? 128 : 0) | (rest & 127);
    rest >>= 7;
  }
  scratch[size++] = value;
  return size;
};

/** The tile that was packed, byte for byte. */
export const unpackTile = (packed: PackedTile): Uint8Array => {
  const tile = new Uint8Array(tileBytes);
  let to = 0;
  let at = 0;
  const next = (): number => packed[at++] ?? 0;
  while (at < packed.length) {
    const head = next();
    if (head < 128) {
      tile.set(packed.subarray(at, at + head + 1), to);
      at += head + 1;
      to += head + 1;
      continue;
    }
    let length = head & 63;
    let more = (head & 64) !== 0;
    for (let shift = 6; more; shift += 7) {
      const byte = next();
      length |= (byte & 127) << shift;
      more = (byte & 128) !== 0;
    }
    tile.fill(next(), to, to + length);
    to += length;
  }
  return tile;
};
