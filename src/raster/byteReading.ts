/**
 * Reading numbers out of untrusted bytes. Nothing here throws: beyond the end every byte reads as 0, so that a caller checks
 * what it read and not where it read.
 */
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

/** Big-endian, as in PNG, JPEG and AVIF. */
export const uint16 = (bytes: Uint8Array, at: number): number => (byteAt(bytes, at) << 8) | byteAt(bytes, at + 1);

/** Big-endian. */
export const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);

/** Little-endian, as in WebP and GIF. */
export const uint16Little = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8);

/** Little-endian. */
export const uint24Little = (bytes: Uint8Array, at: number): number =>
  uint16Little(bytes, at) | (byteAt(bytes, at + 2) << 16);

/** Little-endian. */
export const uint32Little = (bytes: Uint8Array, at: number): number =>
  uint16Little(bytes, at) + uint16Little(bytes, at + 2) * 0x10000;

/** `length` bytes as Latin-1 text; shorter at the end of the bytes. */
export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

export const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);
