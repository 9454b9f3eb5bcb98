import { decode } from 'fast-png';

/** A decoded PNG with one number per channel, 8 bits each, row by row. */
export type DecodedPng = {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
};

/** Decodes an 8-bit PNG; other depths are refused, since tests compare bytes. */
export const decodePng = (bytes: Uint8Array): DecodedPng => {
  const { width, height, channels, data, depth } = decode(bytes);
  if (depth !== 8 || data instanceof Uint16Array) throw new Error(`Expected 8 bits per channel, found ${depth}.`);
  return { width, height, channels, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
};
