export type ImageType = { readonly type: string; readonly extension: string };

/** So many bytes at the start of a file are enough for `imageType`. */
export const HEAD_BYTES = 16;

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** What kind of picture a file is, by its first bytes; undefined for anything else. Names and declared types count for nothing. */
export const imageType = (bytes: Uint8Array): ImageType | undefined => {
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return { type: 'image/png', extension: 'png' };
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return { type: 'image/jpeg', extension: 'jpg' };
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return { type: 'image/webp', extension: 'webp' };
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return { type: 'image/gif', extension: 'gif' };
  if (/^ftypavi[fs]$/.test(text(bytes, 4, 12))) return { type: 'image/avif', extension: 'avif' };
  return undefined;
};
