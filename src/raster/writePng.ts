import type { Size } from '../geometry/size.ts';
import { crc32 } from './crc32.ts';
import { pause } from './pause.ts';
import { pngSignature } from './probePng.ts';
import { adaptiveFilter, plainFilter } from './pngFilter.ts';

/** Bytes per pixel: 1 grey, 3 RGB, 4 RGBA with straight alpha. */
export type PngChannels = 1 | 3 | 4;

export type PngImage = {
  readonly size: Size;
  readonly channels: PngChannels;
  /** The raw bytes of `count` rows from `y`, without gaps. Asked from top to bottom. */
  readonly readRows: (y: number, count: number) => Uint8Array | Uint8ClampedArray;
};

export type WriteOptions = { readonly signal?: AbortSignal; readonly onProgress?: (fraction: number) => void };

const colourTypes = { 1: 0, 3: 2, 4: 6 } as const;

/** Rows asked for and compressed at a time. */
const bandRows = 64;

/** Writes an 8-bit PNG. Besides the file itself it holds one band of rows. Rejects with the signal's reason when aborted. */
export const writePng = async (image: PngImage, options: WriteOptions = {}): Promise<Blob> => {
  const deflate = new CompressionStream('deflate');
  const [, data] = await Promise.all([
    feed(image, deflate.writable.getWriter(), options),
    chunksFrom(deflate.readable),
  ]);
  const parts = [
    Uint8Array.from(pngSignature),
    chunk('IHDR', header(image)),
    ...data,
    chunk('IEND', new Uint8Array(0)),
  ];
  return new Blob(parts, { type: 'image/png' });
};

const feed = async (
  { size, channels, readRows }: PngImage,
  writer: WritableStreamDefaultWriter<BufferSource>,
  { signal, onProgress }: WriteOptions,
): Promise<void> => {
  const rowBytes = size.width * channels;
  const filter = channels === 1 ? plainFilter : adaptiveFilter(rowBytes, channels);
  try {
    for (let y = 0; y < size.height; y += bandRows) {
      signal?.throwIfAborted();
      const rows = Math.min(bandRows, size.height - y);
      const raw = readRows(y, rows);
      const bytes = new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength);
      const filtered = new Uint8Array(rows * (rowBytes + 1));
      for (let row = 0; row < rows; row++)
        filter(
          bytes.subarray(row * rowBytes, (row + 1) * rowBytes),
          filtered.subarray(row * (rowBytes + 1), (row + 1) * (rowBytes + 1)),
        );
      await writer.write(filtered);
      onProgress?.((y + rows) / size.height);
      await pause();
    }
    await writer.close();
  } catch (error) {
    // The reading side has to end too; it fails with the same reason.
    await writer.abort(error);
    throw error;
  }
};

const chunksFrom = async (compressed: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[]> => {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = compressed.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(chunk('IDAT', next.value));
  return chunks;
};

const header = ({ size, channels }: PngImage): Uint8Array => {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, size.width);
  view.setUint32(4, size.height);
  bytes[8] = 8;
  bytes[9] = colourTypes[channels];
  return bytes;
};

/** Length, name, content, checksum over name and content. */
const chunk = (name: string, content: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, 8 + content.length)));
  return bytes;
};
