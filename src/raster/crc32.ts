const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum that ends every PNG chunk. */
export const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  // The index is a byte, and this runs once per byte of a file.
  for (const byte of bytes) value = table[(value ^ byte) & 255]! ^ (value >>> 8);
  return ~value >>> 0;
};
