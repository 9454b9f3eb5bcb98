import { uint16Little } from './byteReading.ts';
import type { ImageHeader } from './imageType.ts';

const extension = 0x21;
const imageDescriptor = 0x2c;

/** Reads a GIF's screen size and looks for a second frame; null where it is damaged. The bytes begin with "GIF8". */
export const probeGif = (bytes: Uint8Array): ImageHeader | null => {
  const storedSize = { width: uint16Little(bytes, 6), height: uint16Little(bytes, 8) };
  if (bytes.length < 13 || storedSize.width === 0 || storedSize.height === 0) return null;
  return {
    type: 'image/gif',
    storedSize,
    orientation: 1,
    mayHaveAlpha: true,
    animated: hasSecondFrame(bytes),
    hasLocation: false,
  };
};

const hasSecondFrame = (bytes: Uint8Array): boolean => {
  let frames = 0;
  for (let at = 13 + colourTableBytes(bytes[10] ?? 0); at < bytes.length;) {
    if (bytes[at] === extension) at = afterBlocks(bytes, at + 2);
    else if (bytes[at] === imageDescriptor) {
      if (++frames === 2) return true;
      at = afterBlocks(bytes, at + 11 + colourTableBytes(bytes[at + 9] ?? 0));
    } else return false;
  }
  return false;
};

const colourTableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Data comes in blocks that begin with their length; one of length 0 ends them. */
const afterBlocks = (bytes: Uint8Array, start: number): number => {
  let at = start;
  for (let length = bytes[at]; length; length = bytes[at]) at += length + 1;
  return at + 1;
};
