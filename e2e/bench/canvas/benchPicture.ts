import { encode } from 'fast-png';

/** A PNG of that side: steps of colour with some texture, which compresses to well under the app's limit even at 8192 px. */
export const benchPicture = (side: number): Buffer => {
  const data = new Uint8Array(side * side * 3);
  const rowBytes = side * 3;
  for (let y = 0; y < side; y++) {
    const from = y * rowBytes;
    // Rows come in blocks of 16; only the first of each is worked out.
    if (y % 16 > 0) {
      data.copyWithin(from, from - rowBytes, from);
      continue;
    }
    for (let x = 0; x < side; x++) {
      const texture = ((x >> 4) * 37 + (y >> 4) * 91) % 23;
      data[from + x * 3] = 90 + texture + ((x * 80) / side) * 1;
      data[from + x * 3 + 1] = 120 + texture;
      data[from + x * 3 + 2] = 150 - texture + (y * 60) / side;
    }
  }
  return Buffer.from(encode({ width: side, height: side, data, channels: 3, depth: 8 }, { zlib: { level: 1 } }));
};
