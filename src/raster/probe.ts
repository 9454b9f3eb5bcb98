import { startsWith, textAt } from './byteReading.ts';
import { foreignFormat } from './foreignFormat.ts';
import type { ImageHeader } from './imageType.ts';
import { isAvif, probeAvif } from './probeAvif.ts';
import { probeGif } from './probeGif.ts';
import { probeJpeg } from './probeJpeg.ts';
import { pngSignature, probePng } from './probePng.ts';
import { probeWebp } from './probeWebp.ts';

export type Probe =
  | { readonly kind: 'image'; readonly header: ImageHeader }
  /** The magic bytes of a kind we open, and then nothing that makes sense. */
  | { readonly kind: 'corrupt' }
  /** A picture or document of a kind that is not opened; `format` is what people call it. */
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'not-an-image' };

/**
 * Says what a file is from its bytes alone: neither its name nor its MIME type is looked at, and no pixel is decoded.
 * Never throws, whatever the bytes; takes time linear in their number at worst.
 */
export const probe = (bytes: Uint8Array): Probe => {
  if (startsWith(bytes, pngSignature)) return probed(probePng(bytes));
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return probed(probeJpeg(bytes));
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return probed(probeWebp(bytes));
  if (['GIF87a', 'GIF89a'].includes(textAt(bytes, 0, 6))) return probed(probeGif(bytes));
  if (isAvif(bytes)) return probed(probeAvif(bytes));
  const format = foreignFormat(bytes);
  return format ? { kind: 'unsupported', format } : { kind: 'not-an-image' };
};

const probed = (header: ImageHeader | null): Probe => (header ? { kind: 'image', header } : { kind: 'corrupt' });
